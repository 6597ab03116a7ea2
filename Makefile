# The door to Ronde: `make` alone says what there is. Needs Java 17, Maven and make.
MAVEN ?= mvn
# Not -q, which would keep the warning to itself on which the compiler fails.
QUIET := -Dorg.slf4j.simpleLogger.defaultLogLevel=warn
# A line for each class of tests, so that minutes do not pass in silence.
RESULTS := -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info
# Left out of a quick look: what needs a database or a browser.
SLOW := database,browser

.DEFAULT_GOAL := help
.PHONY: help run serve package check test test-mysql format bench bench-points bench-engine mutants clean

help: ## what there is to make
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: package ## build and start Ronde with the demo world, data kept in ./data; Ctrl-C stops everything
	@RONDE_DEMO=true .ci/start

serve: package ## the same without the demo world, for real members
	@RONDE_DEMO=false .ci/start

package:
	@$(MAVEN) $(QUIET) -DskipTests package

check: ## about a minute: format, compiler, architecture, tests that need neither database nor browser
	@rm -rf */target/surefire-reports
	@$(MAVEN) $(QUIET) $(RESULTS) spotless:check test -DexcludedGroups=$(SLOW)
	@.ci/count

test: ## everything, on a real database and in a real browser; what CI runs
	@rm -rf */target/surefire-reports
	@RONDE_CHROMIUM="$$(.ci/browser)" && export RONDE_CHROMIUM && $(MAVEN) $(QUIET) $(RESULTS) spotless:check verify
	@.ci/count browser

test-mysql: ## the database tests on a real MySQL, fetched from Debian sid into .tools (x86-64)
	@rm -rf */target/surefire-reports
	@.ci/mysql-server $(MAVEN) $(QUIET) $(RESULTS) test -Dgroups=database -DexcludedGroups=browser
	@.ci/count

format: ## write every Java file the one way
	@$(MAVEN) $(QUIET) spotless:apply

bench: package ## start-up, memory, and pages against a one-row answer of the same server
	@.ci/bench

bench-points: package ## awards a second and how late boards are, ranks among five million, a leaderboard page
	@.ci/bench-points

bench-engine: package ## packings of pools and of the .wmd files in FOLDER=…: value, bound, gap, seconds, memory
	@.ci/bench-engine $(FOLDER)

mutants: ## breaks the engine's arithmetic in small ways and counts what its tests notice; half an hour
	@$(MAVEN) $(QUIET) -pl matching-engine test-compile org.pitest:pitest-maven:mutationCoverage
	@awk -F, '{ split($$2, name, "."); all[name[4]]++; if ($$6 != "SURVIVED" && $$6 != "NO_COVERAGE") noticed[name[4]]++ } \
	  END { for (room in all) printf "%-8s %d of %d mutants noticed (%.0f %%)\n", room, noticed[room], all[room], 100 * noticed[room] / all[room] }' \
	  matching-engine/target/pit-reports/mutations.csv | sort

clean: ## remove what was built; ./data stays
	@$(MAVEN) $(QUIET) clean
