<#import "/mails/kit.txt.ftl" as m>
<#assign why = company???then(t("notices.mail.why.company", {"company": company!}), t("notices.mail.why.member"))>
<@m.letter why>
<@m.heading title/>
<@m.paragraph>${text}</@m.paragraph>
<@m.button open path/>
</@m.letter>
