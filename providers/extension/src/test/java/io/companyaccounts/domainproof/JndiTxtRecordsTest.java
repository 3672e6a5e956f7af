// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.domainproof.TxtRecords.Found;
import io.companyaccounts.domainproof.TxtRecords.NotThere;
import io.companyaccounts.domainproof.TxtRecords.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the smallest DNS server there can be. */
class JndiTxtRecordsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();
  private static DatagramSocket socket;

  @BeforeAll
  static void startServer() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    THREADS.execute(JndiTxtRecordsTest::serve);
  }

  @AfterAll
  static void stopServer() {
    socket.close();
    THREADS.shutdownNow();
  }

  @Test
  void everyRecordOfANameIsFound() {
    assertThat(lookup("_company-accounts.two.example"))
        .isEqualTo(new Found(List.of("v=spf1 include:mail.example -all", "company-accounts=c0de")));
  }

  @Test
  void aRecordInSeveralPiecesIsPutTogether() {
    assertThat(lookup("_company-accounts.split.example"))
        .isEqualTo(new Found(List.of("company-accounts=" + "x".repeat(300))));
  }

  @Test
  void aNameThatDoesNotExistIsNotThere() {
    assertThat(lookup("_company-accounts.nothing.example")).isEqualTo(new NotThere());
  }

  @Test
  void aNameWithoutTextIsNotThere() {
    assertThat(lookup("_company-accounts.empty.example")).isEqualTo(new NotThere());
  }

  @ParameterizedTest
  @CsvSource({"_company-accounts.servfail.example", "_company-accounts.refused.example"})
  void aServerThatDoesNotKnowSaysNothing(String name) {
    assertThat(lookup(name)).isEqualTo(new Unavailable());
  }

  @Test
  void aServerThatIsSilentIsNotWaitedForForEver() {
    long begin = System.nanoTime();

    assertThat(records(Duration.ofMillis(500)).lookup("_company-accounts.silent.example"))
        .isEqualTo(new Unavailable());
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void threadsThatAreAllGoneAreNoAnswer() {
    ExecutorService stopped = Executors.newCachedThreadPool();
    stopped.shutdown();

    assertThat(
            new JndiTxtRecords(stopped, "dns:", PATIENCE).lookup("_company-accounts.two.example"))
        .isEqualTo(new Unavailable());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "company-accounts=c0de | company-accounts=c0de",
        "company-accounts= c0de | company-accounts=c0de",
        "\"v=spf1 -all\" | v=spf1 -all",
        "\"v=spf1 \" \"-all\" | v=spf1 -all",
        "\"say \\\"hello\\\"\" | say \"hello\"",
        "\"back\\\\slash\" | back\\slash",
        "\"\" company-accounts=c0de | company-accounts=c0de",
        "\"open end | open end",
        "\"\\ | \\",
      })
  void whatJavaWritesIsReadAsItWas(String written, String text) {
    assertThat(JndiTxtRecords.text(written)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'', dns:",
    "' ', dns:",
    "10.0.0.53, dns://10.0.0.53",
    "'10.0.0.53 10.0.0.54:5353', dns://10.0.0.53 dns://10.0.0.54:5353",
    "'10.0.0.53, ns.example', dns://10.0.0.53 dns://ns.example",
  })
  void serversAreNamedInAList(String servers, String urls) {
    assertThat(JndiTxtRecordsFactory.urls(servers)).isEqualTo(urls);
  }

  private static TxtRecords.Answer lookup(String name) {
    return records(PATIENCE).lookup(name);
  }

  private static JndiTxtRecords records(Duration longest) {
    return new JndiTxtRecords(THREADS, "dns://127.0.0.1:" + socket.getLocalPort(), longest);
  }

  private static void serve() {
    try {
      while (!socket.isClosed()) {
        DatagramPacket question = new DatagramPacket(new byte[512], 512);
        socket.receive(question);
        answer(question);
      }
    } catch (SocketException e) {
      // closed at the end
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void answer(DatagramPacket question) throws IOException {
    byte[] asked = question.getData();
    String label = secondLabel(asked);
    if (label.equals("silent")) {
      return;
    }
    List<byte[]> records = records(label);
    int code =
        switch (label) {
          case "servfail" -> 2;
          case "nothing" -> 3;
          case "refused" -> 5;
          default -> 0;
        };
    int end = 12;
    while (asked[end] != 0) {
      end += asked[end] + 1;
    }
    end += 5;
    ByteBuffer reply = ByteBuffer.allocate(512);
    reply.put(asked, 0, 2).putShort((short) (0x8180 | code));
    reply.putShort((short) 1).putShort((short) records.size()).putShort((short) 0);
    reply.putShort((short) 0).put(asked, 12, end - 12);
    for (byte[] record : records) {
      reply.putShort((short) 0xC00C).putShort((short) 16).putShort((short) 1).putInt(60);
      reply.putShort((short) record.length).put(record);
    }
    socket.send(new DatagramPacket(reply.array(), reply.position(), question.getSocketAddress()));
  }

  private static String secondLabel(byte[] asked) {
    int at = 12 + asked[12] + 1;
    return new String(asked, at + 1, asked[at], StandardCharsets.US_ASCII);
  }

  private static List<byte[]> records(String label) {
    return switch (label) {
      case "two" ->
          List.of(record("v=spf1 include:mail.example -all"), record("company-accounts=c0de"));
      case "split" -> List.of(record("company-accounts=", "x".repeat(200), "x".repeat(100)));
      default -> List.of();
    };
  }

  private static byte[] record(String... texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String text : texts) {
      bytes.write(text.length());
      bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}
