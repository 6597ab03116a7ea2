<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.typed")>
<@m.heading t("members.mail.sign-in.heading")/>
<@m.paragraph>${t("members.mail.sign-in.text", {"time": duration(goodFor)})}</@m.paragraph>
<@m.button t("members.mail.sign-in.button") path/>
<@m.paragraph>${t("members.mail.sign-in.notYou")}</@m.paragraph>
</@m.letter>
