package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.http.server.PageCall;
import com.pelcro.payments.http.server.Reply;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Draws pages and fragments of pages, and sends browsers elsewhere.
@Singleton
public final class Html {

  private static final String TYPE = "text/html; charset=utf-8";
  private static final String LOGIN = "/dashboard/login";

  /// Nothing runs and nothing is loaded but our own files, and nobody frames us.
  private static final Map<String, String> RULES =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Frame frame;

  @Inject
  public Html(Frame frame) {
    this.frame = frame;
  }

  /// A whole page of the dashboard.
  public Reply.Answer page(Inquiry inquiry, Menu menu, String title, String template, Object page) {
    return page(200, inquiry, menu, title, template, page);
  }

  public Reply.Answer page(
      int status, Inquiry inquiry, Menu menu, String title, String template, Object page) {
    var shell = frame.around(inquiry, menu, title);
    return drawn(status, template, Map.of("shell", shell, "page", page));
  }

  /// A part of a page, without what stands around it.
  public Reply.Answer fragment(String template, Object page) {
    return drawn(200, template, Map.of("page", page));
  }

  /// A page for somebody who is not logged in.
  public Reply.Answer outside(int status, String template, Object page) {
    return drawn(status, template, Map.of("page", page, "assets", Assets.PATH));
  }

  private Reply.Answer drawn(int status, String template, Map<String, Object> parameters) {
    var output = new StringOutput();
    templates.render(template, parameters, output);
    return new Reply.Answer(status, TYPE, Buffer.buffer(output.toString()), RULES);
  }

  /// A file to take away.
  public static Reply.Stream download(Reply.Stream file) {
    return file.with(RULES);
  }

  /// Sends the browser to another page of ours.
  public static Reply.Answer see(String path) {
    return see(path, Map.of());
  }

  public static Reply.Answer see(String path, Map<String, String> more) {
    var headers = new LinkedHashMap<>(RULES);
    headers.put("Location", path);
    headers.putAll(more);
    return new Reply.Answer(303, TYPE, Buffer.buffer(), headers);
  }

  /// Sends to the log-in, and from there back to the page, if it was one.
  Reply.Answer login(PageCall call) {
    if (call.header("HX-Request").isPresent()) {
      return new Reply.Answer(401, TYPE, Buffer.buffer(), Map.of("HX-Redirect", LOGIN));
    }
    var back =
        call.method().equals("GET") && !call.url().equals("/dashboard")
            ? "?next=" + URLEncoder.encode(call.url(), StandardCharsets.UTF_8)
            : "";
    return see(LOGIN + back);
  }

  public Reply.Answer notFound(Inquiry inquiry) {
    return message(
        404, inquiry, "Not found", "There is nothing here, or nothing that this key may see.");
  }

  Reply.Answer stale(Inquiry inquiry) {
    return message(
        403,
        inquiry,
        "Nothing was done",
        "This form does not belong to your session. Go back, reload the page and try again.");
  }

  Reply.Answer cardNumber(Inquiry inquiry) {
    return message(
        422,
        inquiry,
        "Nothing was saved",
        "The form holds what looks like a card number. Card numbers belong into the card form and"
            + " nowhere else.");
  }

  Reply.Answer unreadable(Inquiry inquiry) {
    return message(
        422, inquiry, "Nothing was saved", "The form holds control characters. Type it anew.");
  }

  /// A refusal of a page as a whole.
  public Reply.Answer refused(Inquiry inquiry, Refusal refusal) {
    return refusal instanceof Refusal.NotFound
        ? notFound(inquiry)
        : message(422, inquiry, "Nothing was done", Refusals.text(refusal));
  }

  private Reply.Answer message(int status, Inquiry inquiry, String title, String text) {
    return page(status, inquiry, Menu.NONE, title, "message.jte", text);
  }
}
