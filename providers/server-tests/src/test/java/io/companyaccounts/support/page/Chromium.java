// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.page;

import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds a Chromium that runs, or gets one: the environment variable {@code COMPANY_CHROMIUM}, the
 * system's own, Playwright's download, Debian's package where this is root. There is no test
 * without a browser: where nothing helps, the search fails and says what to do.
 */
final class Chromium {

  static final String VARIABLE = "COMPANY_CHROMIUM";

  private static final String APT = "apt-get install -y --no-install-recommends chromium";

  private static final List<Path> USUAL_PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/usr/bin/google-chrome-stable"),
          Path.of("/snap/bin/chromium"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

  private Chromium() {}

  /** The program; runs downloads where needed. */
  static Path find(Playwright playwright) {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return named(Path.of(named));
    }
    return onThisSystem()
        .or(() -> downloaded(playwright))
        .or(Chromium::installedByApt)
        .orElseThrow(() -> new IllegalStateException(advice()));
  }

  private static Path named(Path program) {
    if (!runs(program)) {
      throw new IllegalStateException(VARIABLE + " names no Chromium that runs: " + program);
    }
    return program;
  }

  private static Optional<Path> onThisSystem() {
    return USUAL_PLACES.stream().filter(Chromium::runs).findFirst();
  }

  private static Optional<Path> downloaded(Playwright playwright) {
    Path program = Path.of(playwright.chromium().executablePath());
    if (!runs(program)) {
      say("No Chromium on this system; trying Playwright's download");
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String classPath = System.getProperty("java.class.path");
      run(
          Duration.ofMinutes(5),
          List.of(
              java, "-cp", classPath, CLI.class.getName(), "install", "--no-shell", "chromium"));
    }
    return Optional.of(program).filter(Chromium::runs);
  }

  private static Optional<Path> installedByApt() {
    if (!Files.exists(Path.of("/etc/debian_version"))
        || !"root".equals(System.getProperty("user.name"))) {
      return Optional.empty();
    }
    say("Installing Chromium: " + APT);
    run(Duration.ofMinutes(3), List.of("apt-get", "update"));
    run(Duration.ofMinutes(10), List.of(APT.split(" ", -1)));
    return onThisSystem();
  }

  private static String advice() {
    return "The browser tests need Chromium, and none was found. On Debian or Ubuntu run\n  sudo "
        + APT
        + "\nElsewhere install Chromium or Chrome, or set the environment variable "
        + VARIABLE
        + " to its program. What was tried: "
        + log();
  }

  private static boolean runs(Path program) {
    return Files.isExecutable(program)
        && run(Duration.ofSeconds(30), List.of(program.toString(), "--version"));
  }

  private static boolean run(Duration atMost, List<String> command) {
    try {
      Files.createDirectories(log().getParent());
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Path log() {
    return ProjectFiles.target().resolve("chromium.log");
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
