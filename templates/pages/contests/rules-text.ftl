## ${t("contests.text.heading", {"title": title})}

<#if intro?has_content>${intro}

</#if>### ${t("contests.text.organiser")}

${t("contests.text.organiserIs", {"organiser": terms.organiser})}

### ${t("contests.text.free")}

${t("contests.text.freeIs")}

### ${t("contests.text.who")}

${t("contests.text.whoIs")}
<#if companies?has_content>

${t("contests.text.whoCompanies", {"companies": companies})}
</#if>

### ${t("contests.text.when")}

${t("contests.text.zone." + terms.zoneMode?lower_case, {"zone": terms.zone, "days": terms.rollingDays})}

- ${t("contests.text.opens", {"at": opens})}
- ${t("contests.text.freezes", {"at": freezes})}
- ${t("contests.text.closes", {"at": closes})}
- ${t("contests.text.settles", {"at": settles})}
- ${t("contests.text.draws." + terms.kind?lower_case, {"at": draws})}

### ${t("contests.text.counts")}

${t("contests.text.countsIs", {"version": terms.scoringVersion, "level": terms.levelMin})}
<#if departements?has_content>

${t("contests.text.countsDepartements", {"departements": departements})}
</#if>
<#if activities?has_content>

${t("contests.text.countsActivities", {"activities": activities})}
</#if>

### ${t("contests.text.prizes")}

<#if prizes?has_content>
<#list prizes as prize>
- ${t("contests.text.prize", {"place": prize.place, "title": prize.title, "value": prize.value})}
</#list>

${t("contests.text.prizesTotal", {"count": prizes?size, "total": total})}
<#else>
${t("contests.text.noPrizes")}
</#if>

### ${t("contests.text.winners")}

<#if terms.kind == "DRAW">
${t("contests.text.tickets", {"price": terms.ticketPrice, "cap": terms.ticketCap, "tiers": tiers})}

${t("contests.text.sealed")}

<#if round?has_content>
${t("contests.text.beacon", {"round": round, "chain": chain})}

${t("contests.text.fallback", {"commitment": commitment})}
<#else>
${t("contests.text.commitment", {"commitment": commitment})}
</#if>
<#else>
${t("contests.text.order")}
</#if>

${t("contests.text.minimum", {"entrants": terms.entrantsMin, "points": terms.pointsMin})}

### ${t("contests.text.after")}

${t("contests.text.objections", {"hours": terms.objectionHours, "contact": terms.contact})}

${t("contests.text.back." + terms.kind?lower_case)}

${t("contests.text.substitute")}

${t("contests.text.minors")}

### ${t("contests.text.data")}

${t("contests.text.dataIs")}

### ${t("contests.text.copy")}

${t("contests.text.copyIs", {"contact": terms.contact})}
<#if terms.deposit?has_content>

${t("contests.text.deposit", {"deposit": terms.deposit})}
</#if>
