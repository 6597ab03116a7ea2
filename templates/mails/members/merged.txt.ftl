<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.account")>
<@m.heading t("members.mail.merged.heading")/>
<@m.paragraph>${t("members.mail.merged.text", {"into": into})}</@m.paragraph>
<@m.button t("members.mail.merged.button") path/>
<@m.paragraph>${t("members.mail.merged.notYou")}</@m.paragraph>
</@m.letter>
