package com.pelcro.payments.simulator.sdk;

import Model.AuthReversalRequest;
import Model.CapturePaymentRequest;
import Model.CreatePaymentRequest;
import Model.CreateSearchRequest;
import Model.GenerateCaptureContextRequest;
import Model.InlineResponse400;
import Model.InlineResponseDefault;
import Model.MitReversalRequest;
import Model.MitVoidRequest;
import Model.PatchCustomerPaymentInstrumentRequest;
import Model.PatchCustomerRequest;
import Model.PatchInstrumentIdentifierRequest;
import Model.PatchPaymentInstrumentRequest;
import Model.PaymentInstrumentList;
import Model.PaymentInstrumentList1;
import Model.PostCustomerPaymentInstrumentRequest;
import Model.PostCustomerRequest;
import Model.PostInstrumentIdentifierRequest;
import Model.PostPaymentInstrumentRequest;
import Model.PtsV2PaymentsCapturesPost201Response;
import Model.PtsV2PaymentsCapturesPost400Response;
import Model.PtsV2PaymentsPost201Response;
import Model.PtsV2PaymentsPost400Response;
import Model.PtsV2PaymentsRefundPost201Response;
import Model.PtsV2PaymentsRefundPost400Response;
import Model.PtsV2PaymentsReversalsPost201Response;
import Model.PtsV2PaymentsReversalsPost400Response;
import Model.PtsV2PaymentsVoidsPost201Response;
import Model.PtsV2PaymentsVoidsPost400Response;
import Model.RefundCaptureRequest;
import Model.RefundPaymentRequest;
import Model.TssV2TransactionsGet200Response;
import Model.TssV2TransactionsPost201Response;
import Model.VoidCaptureRequest;
import Model.VoidPaymentRequest;
import Model.VoidRefundRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One operation the SDK has, and its models; null stands for no JSON body.
record SdkOperation(
    String method,
    Pattern path,
    @Nullable Class<?> request,
    @Nullable Class<?> answer,
    Class<?> error) {

  private static final List<SdkOperation> ALL =
      List.of(
          operation(
              "POST /pts/v2/payments",
              CreatePaymentRequest.class,
              PtsV2PaymentsPost201Response.class,
              PtsV2PaymentsPost400Response.class),
          operation(
              "POST /pts/v2/payments/*/captures",
              CapturePaymentRequest.class,
              PtsV2PaymentsCapturesPost201Response.class,
              PtsV2PaymentsCapturesPost400Response.class),
          refund("POST /pts/v2/payments/*/refunds", RefundPaymentRequest.class),
          refund("POST /pts/v2/captures/*/refunds", RefundCaptureRequest.class),
          reversal("POST /pts/v2/payments/*/reversals", AuthReversalRequest.class),
          reversal("POST /pts/v2/reversals", MitReversalRequest.class),
          cancel("POST /pts/v2/payments/*/voids", VoidPaymentRequest.class),
          cancel("POST /pts/v2/captures/*/voids", VoidCaptureRequest.class),
          cancel("POST /pts/v2/refunds/*/voids", VoidRefundRequest.class),
          cancel("POST /pts/v2/voids", MitVoidRequest.class),
          tokens("POST /tms/v2/customers", PostCustomerRequest.class, PostCustomerRequest.class),
          tokens("GET /tms/v2/customers/*", null, PostCustomerRequest.class),
          tokens(
              "PATCH /tms/v2/customers/*", PatchCustomerRequest.class, PatchCustomerRequest.class),
          tokens("DELETE /tms/v2/customers/*", null, null),
          tokens(
              "POST /tms/v2/customers/*/payment-instruments",
              PostCustomerPaymentInstrumentRequest.class,
              PostCustomerPaymentInstrumentRequest.class),
          tokens("GET /tms/v2/customers/*/payment-instruments", null, PaymentInstrumentList.class),
          tokens(
              "GET /tms/v2/customers/*/payment-instruments/*",
              null,
              PostCustomerPaymentInstrumentRequest.class),
          tokens(
              "PATCH /tms/v2/customers/*/payment-instruments/*",
              PatchCustomerPaymentInstrumentRequest.class,
              PatchCustomerPaymentInstrumentRequest.class),
          tokens("DELETE /tms/v2/customers/*/payment-instruments/*", null, null),
          tokens(
              "POST /tms/v1/paymentinstruments",
              PostPaymentInstrumentRequest.class,
              PostPaymentInstrumentRequest.class),
          tokens("GET /tms/v1/paymentinstruments/*", null, PostPaymentInstrumentRequest.class),
          tokens(
              "PATCH /tms/v1/paymentinstruments/*",
              PatchPaymentInstrumentRequest.class,
              PatchPaymentInstrumentRequest.class),
          tokens("DELETE /tms/v1/paymentinstruments/*", null, null),
          tokens(
              "POST /tms/v1/instrumentidentifiers",
              PostInstrumentIdentifierRequest.class,
              PostInstrumentIdentifierRequest.class),
          tokens(
              "GET /tms/v1/instrumentidentifiers/*", null, PostInstrumentIdentifierRequest.class),
          tokens(
              "PATCH /tms/v1/instrumentidentifiers/*",
              PatchInstrumentIdentifierRequest.class,
              PatchInstrumentIdentifierRequest.class),
          tokens("DELETE /tms/v1/instrumentidentifiers/*", null, null),
          tokens(
              "GET /tms/v1/instrumentidentifiers/*/paymentinstruments",
              null,
              PaymentInstrumentList1.class),
          operation(
              "POST /microform/v2/sessions",
              GenerateCaptureContextRequest.class,
              null,
              InlineResponseDefault.class),
          operation(
              "POST /tss/v2/searches",
              CreateSearchRequest.class,
              TssV2TransactionsPost201Response.class,
              PtsV2PaymentsPost400Response.class),
          operation(
              "GET /tss/v2/searches/*",
              null,
              TssV2TransactionsPost201Response.class,
              PtsV2PaymentsPost400Response.class),
          operation(
              "GET /tss/v2/transactions/*",
              null,
              TssV2TransactionsGet200Response.class,
              PtsV2PaymentsPost400Response.class));

  /// The operation with this method and path; it is a mistake to ask for one the SDK lacks.
  static SdkOperation find(String method, String path) {
    return ALL.stream()
        .filter(operation -> operation.is(method, path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the SDK has no " + method + " " + path));
  }

  private boolean is(String someMethod, String somePath) {
    return method.equals(someMethod) && path.matcher(somePath).matches();
  }

  private static SdkOperation refund(String call, Class<?> request) {
    return operation(
        call,
        request,
        PtsV2PaymentsRefundPost201Response.class,
        PtsV2PaymentsRefundPost400Response.class);
  }

  private static SdkOperation reversal(String call, Class<?> request) {
    return operation(
        call,
        request,
        PtsV2PaymentsReversalsPost201Response.class,
        PtsV2PaymentsReversalsPost400Response.class);
  }

  private static SdkOperation cancel(String call, Class<?> request) {
    return operation(
        call,
        request,
        PtsV2PaymentsVoidsPost201Response.class,
        PtsV2PaymentsVoidsPost400Response.class);
  }

  private static SdkOperation tokens(
      String call, @Nullable Class<?> request, @Nullable Class<?> answer) {
    return operation(call, request, answer, InlineResponse400.class);
  }

  private static SdkOperation operation(
      String call, @Nullable Class<?> request, @Nullable Class<?> answer, Class<?> error) {
    var words = call.split(" ", 2);
    var path = Pattern.compile(words[1].replace("*", "[^/]+"));
    return new SdkOperation(words[0], path, request, answer, error);
  }
}
