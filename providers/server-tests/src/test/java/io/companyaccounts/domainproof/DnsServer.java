// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The smallest DNS server: whatever it is asked, it answers with one TXT record. */
final class DnsServer implements AutoCloseable {

  private static final int HEADER = 12;

  private final DatagramSocket socket;
  private final byte[] text;

  private DnsServer(DatagramSocket socket, String text) {
    this.socket = socket;
    this.text = text.getBytes(StandardCharsets.US_ASCII);
  }

  static DnsServer start(String text) throws IOException {
    DnsServer server = new DnsServer(new DatagramSocket(0), text);
    Thread thread = new Thread(server::serve, "dns-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    try {
      while (!socket.isClosed()) {
        DatagramPacket question = new DatagramPacket(new byte[512], 512);
        socket.receive(question);
        byte[] reply = reply(question.getData());
        socket.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
      }
    } catch (IOException e) {
      // closed at the end
    }
  }

  private byte[] reply(byte[] question) {
    int end = HEADER;
    while (question[end] != 0) {
      end += question[end] + 1;
    }
    end += 5;
    ByteBuffer reply = ByteBuffer.allocate(512);
    reply.put(question, 0, 2).putShort((short) 0x8180);
    reply.putShort((short) 1).putShort((short) 1).putShort((short) 0).putShort((short) 0);
    reply.put(question, HEADER, end - HEADER);
    reply.putShort((short) 0xC00C).putShort((short) 16).putShort((short) 1).putInt(60);
    reply.putShort((short) (text.length + 1)).put((byte) text.length).put(text);
    return Arrays.copyOf(reply.array(), reply.position());
  }
}
