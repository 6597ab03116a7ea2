<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("challenges.mail.why")>
<@m.heading t("challenges.mail.heading", {"inviter": inviter, "title": title})/>
<@m.paragraph>${t("challenges.mail.text")}</@m.paragraph>
<@m.button t("challenges.mail.button") path/>
<@m.paragraph>${t("challenges.mail.notYou")}</@m.paragraph>
</@m.letter>
