<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.typed")>
<@m.heading t("members.mail.confirm.heading")/>
<@m.paragraph>${t("members.mail.confirm.text", {"time": duration(goodFor)})}</@m.paragraph>
<@m.button t("members.mail.confirm.button") path/>
<@m.paragraph>${t("members.mail.confirm.notYou")}</@m.paragraph>
</@m.letter>
