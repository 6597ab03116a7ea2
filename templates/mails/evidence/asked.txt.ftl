<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("evidence.mail.why", {"owner": owner})>
<@m.heading t("evidence.mail.heading", {"owner": owner})/>
<@m.paragraph>${t("evidence.mail.text", {"owner": owner})}</@m.paragraph>
<@m.button t("evidence.mail.button") path/>
</@m.letter>
