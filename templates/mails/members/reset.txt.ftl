<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.typed")>
<@m.heading t("members.mail.reset.heading")/>
<@m.paragraph>${t("members.mail.reset.text", {"time": duration(goodFor)})}</@m.paragraph>
<@m.button t("members.mail.reset.button") path/>
<@m.paragraph>${t("members.mail.reset.notYou")}</@m.paragraph>
</@m.letter>
