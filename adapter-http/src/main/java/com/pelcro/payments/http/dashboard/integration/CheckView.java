package com.pelcro.payments.http.dashboard.integration;

import com.pelcro.payments.application.site.CheckIntegration.Checked;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.time.ZoneId;

/// What trying a gateway out came to, and what to do about it.
public record CheckView(Badge verdict, String advice, String detail, Moment at) {

  static CheckView of(Checked checked, ZoneId zone) {
    var verdict =
        switch (checked.check().verdict()) {
          case OK -> new Badge("It works", "good");
          case CREDENTIALS_REJECTED -> new Badge("Credentials rejected", "bad");
          case UNREACHABLE -> new Badge("Unreachable", "bad");
          case MISCONFIGURED -> new Badge("Misconfigured", "bad");
        };
    var advice =
        switch (checked.check().verdict()) {
          case OK -> "A signed call was answered as it should be. No money moved.";
          case CREDENTIALS_REJECTED ->
              "The gateway answered and does not accept these credentials. Check each of them, and"
                  + " that they belong to this environment.";
          case UNREACHABLE ->
              "The gateway did not answer. The settings may be right: look at the network between"
                  + " here and there, and at the gateway's status page.";
          case MISCONFIGURED ->
              "The credentials are good, and the merchant's account at the gateway may not do what"
                  + " we ask of it. Have it set up there.";
        };
    return new CheckView(verdict, advice, checked.check().detail(), Words.at(checked.at(), zone));
  }
}
