<#import "/mails/kit.txt.ftl" as m>
<@m.letter t("members.mail.why.invited")>
<@m.heading t("members.mail.invitation.heading", {"inviter": inviter, "company": company})/>
<@m.paragraph>${t("members.mail.invitation.text", {"time": duration(goodFor)})}</@m.paragraph>
<@m.button t("members.mail.invitation.button") path/>
<@m.paragraph>${t("members.mail.invitation.notYou")}</@m.paragraph>
</@m.letter>
