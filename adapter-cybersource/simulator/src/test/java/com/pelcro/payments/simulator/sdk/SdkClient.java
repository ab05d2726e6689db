package com.pelcro.payments.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import Invokers.ApiClient;
import Invokers.ApiException;
import com.cybersource.authsdk.core.ConfigException;
import com.cybersource.authsdk.core.MerchantConfig;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The official SDK as client of a simulator of its own, over TLS. Whatever comes back is held
/// against the SDK's models as well.
final class SdkClient implements AutoCloseable {

  private static final long WHOLE_BODY = 1 << 20;

  private final Simulator simulator;
  private final TestMerchant merchant;
  private final ApiClient api;
  private final List<String> findings = new ArrayList<>();

  private SdkClient(Simulator simulator) {
    this.simulator = simulator;
    this.merchant = TestMerchant.standard(simulator);
    this.api = api(host(), "", credentials().path("secret_key").asText());
    extraFields(false);
  }

  static SdkClient start() {
    return new SdkClient(Simulator.start(SimulatorOptions.ephemeral().withTls()));
  }

  Simulator simulator() {
    return simulator;
  }

  /// The simulator's own side, and calls the SDK cannot make.
  TestMerchant merchant() {
    return merchant;
  }

  /// Whether answers carry members that no contract names.
  void extraFields(boolean wanted) {
    merchant.own("PUT", "/simulator/settings", "{\"extra_fields\": " + wanted + "}");
  }

  /// The SDK as the standard merchant.
  ApiClient api() {
    return api;
  }

  /// The SDK, thinking it talks to this host.
  ApiClient api(String host, String byWayOf, String secret) {
    var properties = new Properties();
    properties.setProperty("authenticationType", "http_signature");
    properties.setProperty("merchantID", credentials().path("merchant_id").asText());
    properties.setProperty("merchantKeyId", credentials().path("key_id").asText());
    properties.setProperty("merchantsecretKey", secret);
    properties.setProperty("runEnvironment", host);
    properties.setProperty("intermediateHost", byWayOf);
    properties.setProperty("userDefinedConnectionTimeout", "5");
    try {
      var config = new MerchantConfig(properties);
      config.validateMerchantDetails("GET");
      var api = new ApiClient(config);
      return api.setHttpClient(trusting(api.getHttpClient()));
    } catch (ConfigException misread) {
      throw new IllegalStateException(misread);
    }
  }

  /// Where the simulator listens with TLS.
  String host() {
    return "localhost:" + simulator.tlsPort().orElseThrow();
  }

  JsonNode credentials() {
    return merchant.own("GET", "/simulator/merchants/default", "").json();
  }

  /// Builds a request of the SDK from JSON, every member of which must be known to it.
  static <T> T read(String json, Class<T> model) {
    assertThat(SdkModels.fit(json, model)).isEmpty();
    return new Gson().fromJson(json, model);
  }

  /// What the SDK throws when the gateway says no.
  static Refused refused(ThrowingCallable call) {
    var thrown = catchThrowableOfType(ApiException.class, call);
    assertThat(thrown).isNotNull();
    return new Refused(thrown.getCode(), thrown.getResponseBody());
  }

  /// An error as the SDK hands it on.
  record Refused(int status, String body) {

    /// The text at a dotted path of the body.
    String at(String path) {
      try {
        return new ObjectMapper().readTree(body).at("/" + path.replace('.', '/')).asText();
      } catch (IOException malformed) {
        throw new IllegalStateException(body, malformed);
      }
    }
  }

  /// Fails when any answer since the last time did not fit the SDK's models.
  void nothingWasLeftOver() {
    var sinceLastTime = List.copyOf(findings);
    findings.clear();
    assertThat(sinceLastTime).isEmpty();
  }

  private Response check(Interceptor.Chain chain) throws IOException {
    var request = chain.request();
    var response = chain.proceed(request);
    var path = request.url().encodedPath();
    var body = response.peekBody(WHOLE_BODY).string();
    findings.addAll(SdkModels.answer(request.method(), path, response.code(), body));
    return response;
  }

  private OkHttpClient trusting(OkHttpClient client) {
    try {
      var trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      var pem = merchant.own("GET", "/simulator/certificate", "").text();
      var certificates = CertificateFactory.getInstance("X.509");
      trusted.setCertificateEntry(
          "simulator",
          certificates.generateCertificate(
              new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      var tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return client
          .newBuilder()
          .sslSocketFactory(tls.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
          .addInterceptor(this::check)
          .build();
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }
}
