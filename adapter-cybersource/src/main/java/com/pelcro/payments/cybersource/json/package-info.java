/// CyberSource's JSON: what we write, and the reading of what it answers.
@NullMarked
package com.pelcro.payments.cybersource.json;

import org.jspecify.annotations.NullMarked;
