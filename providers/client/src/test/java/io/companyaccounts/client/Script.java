// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** company-accounts.js in a real engine that has nothing of a browser or of Node. */
final class Script implements AutoCloseable {

  private final Context context =
      Context.newBuilder("js").option("js.esm-eval-returns-exports", "true").build();
  private final Value module;
  private final Value parse;

  Script() {
    try {
      String code = Files.readString(Path.of("src/main/js/company-accounts.js"));
      module =
          context.eval(
              Source.newBuilder("js", code, "company-accounts.mjs")
                  .mimeType("application/javascript+module")
                  .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    parse = context.eval("js", "JSON.parse");
  }

  Value module() {
    return module;
  }

  Value json(String text) {
    return parse.execute(text);
  }

  Value eval(String code) {
    return context.eval("js", code);
  }

  Value call(String function, Object... arguments) {
    return module.getMember(function).execute(arguments);
  }

  @Override
  public void close() {
    context.close();
  }
}
