/// Looks at the end of a build whether the page of licences names what the service is made of.
@NullMarked
package com.pelcro.payments.bootstrap.materials;

import org.jspecify.annotations.NullMarked;
