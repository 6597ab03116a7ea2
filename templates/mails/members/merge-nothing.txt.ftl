<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.typed")>
<@m.heading t("members.mail.merge-nothing.heading")/>
<@m.paragraph>${t("members.mail.merge-nothing.text")}</@m.paragraph>
<@m.button t("members.mail.merge-nothing.button") path/>
<@m.paragraph>${t("members.mail.merge-nothing.notYou")}</@m.paragraph>
</@m.letter>
