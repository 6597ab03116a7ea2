<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.typed")>
<@m.heading t("members.mail.stranger.heading")/>
<@m.paragraph>${t("members.mail.stranger.text")}</@m.paragraph>
<@m.button t("members.mail.stranger.button") path/>
<@m.paragraph>${t("members.mail.stranger.notYou")}</@m.paragraph>
</@m.letter>
