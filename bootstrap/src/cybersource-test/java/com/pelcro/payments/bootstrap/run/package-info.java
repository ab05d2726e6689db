/// `mvn -Prun`: the service with a database, a gateway simulator and a demo site, all on this
/// machine.
@NullMarked
package com.pelcro.payments.bootstrap.run;

import org.jspecify.annotations.NullMarked;
