package com.pelcro.payments.simulator.sdk;

import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static com.pelcro.payments.simulator.TestRequests.session;
import static com.pelcro.payments.simulator.TestRequests.year;
import static com.pelcro.payments.simulator.sdk.SdkClient.read;
import static com.pelcro.payments.simulator.sdk.SdkClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import Api.MicroformIntegrationApi;
import Api.PaymentsApi;
import Invokers.ApiException;
import Model.CreatePaymentRequest;
import Model.GenerateCaptureContextRequest;
import com.cybersource.authsdk.jwtsecurity.JWTCryptoProcessorImpl;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.RSAKey;
import io.netty.pkitesting.CertificateBuilder;
import java.security.KeyFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import utilities.flex.tokenverification.FlexToken;
import utilities.flex.tokenverification.TokenVerificationUtility;

/// Card forms and their tokens, opened, verified and used with the SDK.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkCardFormTest {

  private SdkClient sdk;
  private MicroformIntegrationApi forms;

  @BeforeAll
  void start() {
    sdk = SdkClient.start();
    forms = new MicroformIntegrationApi(sdk.api());
  }

  @AfterEach
  void fits() {
    sdk.nothingWasLeftOver();
  }

  @AfterAll
  void stop() {
    sdk.close();
  }

  @Test
  void a_capture_context_verifies() throws Exception {
    var context = open();
    var published = sdk.merchant().own("GET", "/flex/v2/public-keys/" + keyId(context), "");
    var key = RSAKey.parse(published.text());
    assertThat(verifies(context, key)).isTrue();
    assertThat(verifies(context, flexKey(context))).isFalse();
  }

  @Test
  void a_transient_token_verifies_with_its_contexts_key_and_pays() throws Exception {
    var context = open();
    var token = type(context);
    assertThat(keyId(token)).isEqualTo(flexKey(context).getKeyID());
    assertThat(verifies(token, flexKey(context))).isTrue();
    assertThat(verifies(token, flexKey(open()))).isFalse();
    var more = ", \"tokenInformation\": {\"transientTokenJwt\": \"" + token + "\"}";
    var paid =
        new PaymentsApi(sdk.api())
            .createPayment(
                read(payment(code(), "1.00", "{}", "{}", more), CreatePaymentRequest.class));
    assertThat(paid.getStatus()).isEqualTo("AUTHORIZED");
  }

  @Test
  void a_malformed_session_is_refused_in_a_shape_of_its_own() {
    var body = session().replace("https://shop.example", "http://shop.example");
    var refused =
        refused(
            () -> forms.generateCaptureContext(read(body, GenerateCaptureContextRequest.class)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("responseStatus.details.0.location")).isEqualTo("targetOrigins");
  }

  @Test
  void a_token_of_the_first_flex_verifies() throws Exception {
    var asked = "{\"encryptionType\": \"None\", \"targetOrigin\": \"https://shop.example\"}";
    var key = sdk.merchant().post("/flex/v1/keys?format=legacy", asked);
    var typed =
        """
        {"keyId": "%s", "cardInfo": {"cardNumber": "4111111111111111", "cardExpirationMonth": "12",
         "cardExpirationYear": "%d", "cardType": "001"}}\
        """
            .formatted(key.at("keyId"), year());
    var text = sdk.merchant().own("POST", "/flex/v1/tokens", typed).text();
    assertThat(new Gson().fromJson(text, FlexToken.class).getMaskedPan())
        .isEqualTo("411111XXXXXX1111");
    var bytes = Base64.getDecoder().decode(key.at("der.publicKey"));
    var publicKey = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
    var token = new ObjectMapper().readValue(text, Map.class);
    var sdkCheck = new TokenVerificationUtility();
    assertThat(sdkCheck.verifyToken(publicKey, token)).isTrue();
    var forged = new HashMap<Object, Object>(token);
    forged.put("cardType", "002");
    assertThat(sdkCheck.verifyToken(publicKey, forged)).isFalse();
  }

  private String open() throws ApiException {
    return forms.generateCaptureContext(read(session(), GenerateCaptureContextRequest.class));
  }

  private String type(String context) {
    var card =
        """
        {"capture_context": "%s", "number": "4111111111111111", "expiration_month": "12",
         "expiration_year": "%d", "security_code": "123"}\
        """
            .formatted(context, year());
    return sdk.merchant().own("POST", "/simulator/cards", card).at("transient_token");
  }

  private static String keyId(String token) {
    return new JWTCryptoProcessorImpl().getKid(token);
  }

  private static RSAKey flexKey(String context) throws Exception {
    var claims = new ObjectMapper().readTree(JWSObject.parse(context).getPayload().toString());
    return RSAKey.parse(claims.at("/flx/jwk").toString());
  }

  /// The SDK verifies with certificates alone, so the key gets one.
  private static boolean verifies(String token, RSAKey key) throws Exception {
    return new JWTCryptoProcessorImpl().isValidSignature(token, certificate(key));
  }

  private static X509Certificate certificate(RSAKey key) throws Exception {
    var issuer =
        new CertificateBuilder()
            .subject("CN=anybody")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
    return new CertificateBuilder()
        .subject("CN=a key")
        .publicKey(key.toRSAPublicKey())
        .buildIssuedBy(issuer)
        .getCertificate();
  }
}
