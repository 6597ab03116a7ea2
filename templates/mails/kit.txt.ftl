<#-- What every mail is made of, as plain text: the twin of kit.ftlh. -->
<#macro letter why>
${t("mail.greeting", {"name": name})}

<#nested>

-- 
${why}
${t("mail.footer")} ${baseUrl}
</#macro>
<#macro heading text>
${text}

</#macro>
<#macro paragraph>
<#nested>

</#macro>
<#macro button text href>
${text}${t("mail.colon")}
${baseUrl}${href}
</#macro>
