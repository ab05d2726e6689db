package com.pelcro.payments.http.server;

import java.util.List;

/// The routes of one kind of resource.
public interface Routes {

  List<Route> routes();
}
