<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.account")>
<@m.heading t("members.mail.merge.heading")/>
<@m.paragraph>${t("members.mail.merge.text", {"into": into, "time": duration(goodFor)})}</@m.paragraph>
<@m.button t("members.mail.merge.button") path/>
<@m.paragraph>${t("members.mail.merge.notYou")}</@m.paragraph>
</@m.letter>
