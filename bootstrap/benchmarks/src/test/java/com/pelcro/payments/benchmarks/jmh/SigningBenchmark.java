package com.pelcro.payments.benchmarks.jmh;

import com.cybersource.authsdk.core.ConfigException;
import com.cybersource.authsdk.core.MerchantConfig;
import com.cybersource.authsdk.http.HttpSignatureToken;
import com.cybersource.authsdk.payloaddigest.PayloadDigest;
import com.pelcro.payments.cybersource.http.HttpSignature;
import com.pelcro.payments.cybersource.http.MerchantKeys;
import com.pelcro.payments.cybersource.http.RequestSigner.Unsigned;
import com.pelcro.payments.domain.site.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A POST of 700 bytes is signed: by us, by the official SDK, and with nothing but the two
/// computations that cannot be left out.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SigningBenchmark {

  private static final String HOST = "apitest.cybersource.com";
  private static final String TARGET = "/pts/v2/payments";
  private static final String DATE = "Mon, 23 Nov 2026 10:00:00 GMT";
  private static final String SECRET =
      Base64.getEncoder()
          .encodeToString("a-secret-of-32-bytes-for-a-bench".getBytes(StandardCharsets.US_ASCII));

  private final String body = "{\"text\":\"" + "x".repeat(689) + "\"}";
  private final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
  private final byte[] line = "l".repeat(220).getBytes(StandardCharsets.UTF_8);
  private final SecretKeySpec key =
      new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256");
  private final HttpSignature signature = new HttpSignature();
  private final MerchantKeys keys =
      new MerchantKeys("bench", "bench", "4a8f2c1e-key", new SharedSecret(SECRET));
  private final MerchantConfig config = config();

  private static MerchantConfig config() {
    var properties = new Properties();
    properties.setProperty("authenticationType", "http_signature");
    properties.setProperty("merchantID", "bench");
    properties.setProperty("merchantKeyId", "4a8f2c1e-key");
    properties.setProperty("merchantsecretKey", SECRET);
    properties.setProperty("runEnvironment", HOST);
    try {
      var config = new MerchantConfig(properties);
      config.validateMerchantDetails("POST");
      return config;
    } catch (ConfigException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public Object ours() {
    return signature.sign(new Unsigned("POST", HOST, TARGET, DATE, body), keys);
  }

  @Benchmark
  public Object sdk() {
    return new PayloadDigest(body).getDigest()
        + new HttpSignatureToken(config, body, "POST", TARGET, DATE).getToken();
  }

  @Benchmark
  public Object bare() throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    return digest.length + mac.doFinal(line).length;
  }
}
