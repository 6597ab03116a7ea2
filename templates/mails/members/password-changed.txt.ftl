<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.account")>
<@m.heading t("members.mail.password-changed.heading")/>
<@m.paragraph>${t("members.mail.password-changed.text")}</@m.paragraph>
<@m.button t("members.mail.password-changed.button") path/>
<@m.paragraph>${t("members.mail.password-changed.notYou")}</@m.paragraph>
</@m.letter>
