package com.pelcro.payments.simulator;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;

/// A certificate for the TLS port, made anew at every start. Whoever trusts it, trusts this process
/// and no other.
record Certificate(X509Bundle bundle) {

  static Certificate make() {
    try {
      var builder =
          new CertificateBuilder()
              .subject("CN=localhost, O=CyberSource simulator")
              .addSanDnsName("localhost")
              .addSanIpAddress("127.0.0.1")
              .setIsCertificateAuthority(true)
              .rsa2048();
      return new Certificate(builder.buildSelfSigned());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  String pem() {
    return bundle.getCertificatePEM();
  }

  PemKeyCertOptions options() {
    return new PemKeyCertOptions()
        .addCertValue(Buffer.buffer(bundle.getCertificatePEM()))
        .addKeyValue(Buffer.buffer(bundle.getPrivateKeyPEM()));
  }
}
