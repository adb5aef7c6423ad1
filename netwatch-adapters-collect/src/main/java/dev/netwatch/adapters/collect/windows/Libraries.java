package dev.netwatch.adapters.collect.windows;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import java.util.Map;

/** Libraries of Windows; in 32 bits their functions clear the stack themselves. */
final class Libraries {
    private Libraries() {}

    static NativeLibrary load(String name) {
        return NativeLibrary.getInstance(name, Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION));
    }
}
