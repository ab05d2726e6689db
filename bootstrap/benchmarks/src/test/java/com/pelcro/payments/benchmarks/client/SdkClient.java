package com.pelcro.payments.benchmarks.client;

import Api.PaymentsApi;
import Invokers.ApiClient;
import Invokers.ApiException;
import Model.CreatePaymentRequest;
import com.cybersource.authsdk.core.ConfigException;
import com.cybersource.authsdk.core.MerchantConfig;
import com.google.gson.Gson;
import com.pelcro.payments.benchmarks.client.ClientProgram.Client;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/// The official SDK, with an API client for each worker: one is made for one thread, and keeps its
/// connections.
record SdkClient(PaymentsApi payments, String card) implements Client {

  private static final Gson GSON = new Gson();

  static SdkClient of(Map<String, String> environment) throws ConfigException {
    var properties = new Properties();
    properties.setProperty("authenticationType", "http_signature");
    properties.setProperty("merchantID", environment.get("BARE_MERCHANT_ID"));
    properties.setProperty("merchantKeyId", environment.get("BARE_KEY_ID"));
    properties.setProperty("merchantsecretKey", environment.get("BARE_SECRET_KEY"));
    properties.setProperty(
        "runEnvironment", URI.create(environment.get("CLIENT_GATEWAY_URL")).getAuthority());
    var config = new MerchantConfig(properties);
    config.validateMerchantDetails("POST");
    return new SdkClient(new PaymentsApi(new ApiClient(config)), environment.get("BARE_CARD"));
  }

  @Override
  public void sale() throws ApiException {
    var asked =
        """
        {"clientReferenceInformation":{"code":"op-%s"},\
        "processingInformation":{"capture":true,"commerceIndicator":"internet",\
        "authorizationOptions":{"initiator":{"type":"customer","storedCredentialUsed":true}}},\
        "paymentInformation":%s,\
        "orderInformation":{"amountDetails":{"totalAmount":"19.90","currency":"EUR"}}}\
        """
            .formatted(UUID.randomUUID(), card);
    var answer = payments.createPayment(GSON.fromJson(asked, CreatePaymentRequest.class));
    if (!answer.getStatus().equals("AUTHORIZED")) {
      throw new IllegalStateException("the gateway said " + answer);
    }
  }
}
