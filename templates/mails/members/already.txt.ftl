<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.typed")>
<@m.heading t("members.mail.already.heading")/>
<@m.paragraph>${t("members.mail.already.text")}</@m.paragraph>
<@m.button t("members.mail.already.button") path/>
<@m.paragraph>${t("members.mail.already.notYou")}</@m.paragraph>
</@m.letter>
