/** Tests that hold the house rules: which room may use which, words, migrations, sources. */
@NullMarked
package org.ronde.house;

import org.jspecify.annotations.NullMarked;
