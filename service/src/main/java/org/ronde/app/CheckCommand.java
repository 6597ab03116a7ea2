package org.ronde.app;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;

/** {@code check}: reads the settings, says what is wrong with them, and starts nothing. */
final class CheckCommand extends ConfiguredCommand<RondeConfiguration> {
  private final PrintStream out;

  CheckCommand(PrintStream out) {
    super("check", "Says whether the settings can be used, without starting anything");
    this.out = out;
  }

  @Override
  protected void run(
      @Nullable Bootstrap<RondeConfiguration> bootstrap,
      Namespace arguments,
      RondeConfiguration configuration) {
    out.println("The settings can be used.");
  }

  @Override
  public void onError(Cli cli, Namespace arguments, Throwable failure) {
    CommandErrors.print(cli.getStdErr(), failure);
  }
}
