package org.ronde.app;

import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code create-operator}: makes a person an operator and prints the link, good once, by which they
 * enter. No password is made, so none can be left at its default.
 */
final class CreateOperatorCommand extends RoomsCommand {
  private final PrintStream out;

  CreateOperatorCommand(PrintStream out) {
    super("create-operator", "Makes a person an operator and prints a sign-in link, good once");
    this.out = out;
  }

  @Override
  public void configure(Subparser arguments) {
    super.configure(arguments);
    arguments.addArgument("--email").required(true).help("where the operator is written to");
    arguments.addArgument("--name").required(true).help("how members see the operator");
  }

  @Override
  void work(Rooms rooms, Namespace arguments) {
    String email = arguments.getString("email");
    try {
      rooms.members().operators().createOperator(email, arguments.getString("name"));
    } catch (IllegalArgumentException e) {
      throw new Failure(e.getMessage());
    }
    out.println(rooms.members().oneTimeLink(email));
  }
}
