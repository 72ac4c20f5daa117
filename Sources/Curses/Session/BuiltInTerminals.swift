import CNcurses
import Glibc

/// Descriptions of the usual terminals that the program carries, for machines whose terminal database lacks them or is missing.
enum BuiltInTerminals {
    /// Sets up the terminal as `newterm` does, from the description that the program carries; `nil` if it carries none for this type.
    ///
    /// ncurses reads a description from the variable `TERMINFO` (`b64:`, terminfo(5)). It is set for this call only, so that an editor
    /// started later finds its own.
    @MainActor static func open(
        _ type: String, _ output: UnsafeMutablePointer<FILE>, _ input: UnsafeMutablePointer<FILE>
    ) -> OpaquePointer? {
        guard let name = name(for: type), let description = descriptions[name] else { return nil }
        let before = getenv("TERMINFO").map { String(cString: $0) }
        setenv("TERMINFO", "b64:" + description, 1)
        defer {
            if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
        }
        return newterm(name, output, input)
    }

    /// The description that serves a type: its own, or that of the terminal it is a variant of.
    static func name(for type: String) -> String? {
        if descriptions[type] != nil { return type }
        return families.first { type.hasPrefix($0.prefix) }?.name
    }

    private static let families: [(prefix: String, name: String)] = [
        ("xterm-", "xterm-256color"), ("screen.", "screen-256color"), ("screen-", "screen-256color"), ("tmux-", "tmux-256color"),
        ("alacritty", "xterm-256color"), ("foot", "xterm-256color"), ("linux-", "linux"), ("vt102", "vt100"), ("vt220", "vt100"),
    ]

    /// Compiled descriptions (term(5)) in base64 with the alphabet for URLs, by name.
    static let descriptions: [String: String] = [
        "xterm": """
        GgEaAB0ADwBpAZcCeHRlcm18c2NhbmNvbmZpZyBidWlsdC1pbgAAAQAAAQAAAAAAAAAAAQEAAAAAAAAAAAAAAQAAAQBQAAgAGAD_____________\
        _____________wgAQAD__wAAAgAEAP__FQAdACEAJQD__zAAQQBDAEcATgD__1AAVwD__1sA__9fAGMA_____2cA__9rAHAA__95AP_______34A\
        gwCIAI0AlgCaAKEA_____6oAsAD_____________________tgD__7oA________vAD__8EA___________FAMkAzwDTANcA2wDhAOcA7QDzAPkA\
        _QD__wIB__8GAQsBEAEUARsB__8iASYBLgH_______________________________________82AT8BSAFRAVoBYwFsAXUBfgGHAf__________\
        _____5AB_____________6QB__-vAbEBtAH_____-wH______________________________QH__zAC________________________________\
        ________NAL_____________________________________________________________________OAL_____PwL__________0YC__9NAv__\
        __9UAv__WwL_______9iAv____________9pAm8C________________________________________________________________________\
        ________________________________________________________________dQL_____________________________________________\
        __________________________96Av__________________________________________________________________________________\
        ________________________________________________________________________________gwKNAgcADQAbWyVpJXAxJWQ7JXAyJWRy\
        ABtbSBtbMkoAG1tLABtbSgAbWyVpJXAxJWRHABtbJWklcDElZDslcDIlZEgACgAbW0gAG1s_MjVsAAgAG1s_MjVoABtbQwAbW0EAG1tQABtbTQAb\
        KDAAG1sxbQAbWz8xMDQ5aAAbWzJtABtbN20AG1s3bQAbWzRtABtbJXAxJWRYABsoQgAbKEIbW20AG1s_MTA0OWwAG1syN20AG1syNG0AG1tMAH8A\
        G1szfgAbT0IAG09QABtbMjF-ABtPUQAbT1IAG09TABtbMTV-ABtbMTd-ABtbMTh-ABtbMTl-ABtbMjB-ABtPSAAbWzJ-ABtPRAAbWzZ-ABtbNX4A\
        G09DABtbMTsyQgAbWzE7MkEAG09BABtbPzFsGz4AG1s_MWgbPQAbWyVwMSVkUAAbWyVwMSVkTQAbWyVwMSVkQgAbWyVwMSVkQAAbWyVwMSVkUwAb\
        WyVwMSVkTAAbWyVwMSVkRAAbWyVwMSVkQwAbWyVwMSVkVAAbWyVwMSVkQQAlcDElYxtbJXAyJXsxfSUtJWRiABtbJWklcDElZGQACgAbTQAlPyVw\
        OSV0GygwJWUbKEIlOxtbMCU_JXA2JXQ7MSU7JT8lcDUldDsyJTslPyVwMiV0OzQlOyU_JXAxJXAzJXwldDs3JTttAAkAYGBhYWZmZ2dqamtrbGxt\
        bW5ub29wcHFxcnJzc3R0dXV2dnd3eHh5eXp6e3t8fH19fn4AG1taABtPRgAbWzM7Mn4AG1sxOzJGABtbMTsySAAbWzE7MkQAG1s2OzJ-ABtbNTsy\
        fgAbWzE7MkMAG1syM34AG1syNH4AG1sxSwAbWzM5OzQ5bQAbWzMlcDElZG0AG1s0JXAxJWRtAAABAAAABAAJAC8AAQAAAAkAEgAZAAAAAwAGAAkA\
        DAAbWz8yMDA0bAAbWz8yMDA0aAAbWzIwMX4AG1syMDB-AFhUAEJEAEJFAFBFAFBTAA==
        """,
        "xterm-256color": """
        HgIjAB0ADwBpAQIDeHRlcm0tMjU2Y29sb3J8c2NhbmNvbmZpZyBidWlsdC1pbgAAAQAAAQAAAAAAAAAAAQEAAAAAAAAAAAAAAQAAAVAAAAAIAAAA\
        GAAAAP____________________________________________________8AAQAAAAABAP__AAACAAQA__8VAB0AIQAlAP__MABBAEMARwBOAP__\
        UABXAP__WwD__18AYwD_____ZwD__2sAcAD__3kA________fgCDAIgAjQCWAJoAoQD_____qgCwAP____________________-\
        2AP__ugD_______-8AP__wQD__________8UAyQDPANMA1wDbAOEA5wDtAPMA-\
        QD9AP__AgH__wYBCwEQARQBGwH__yIBJgEuAf_______________________________________zYBPwFIAVEBWgFjAWwBdQF-AYcB_________\
        _______kAH_____________pAH__68BsQG0Af_____7Af_____________________________9Af__MAL______________________________\
        _________80Av____________________________________________________________________84Av____8_Av__________RgL__00C_\
        ____1QC__9bAv_______2IC_____________2kCbwL______________________________________________________________________\
        _________________________________________________________________91Av___________________________________________\
        ____________________________3oC_________________________________________________________________________________\
        _________________________________________________________________________________-DAsICBwANABtbJWklcDElZDslcDIlZ\
        HIAG1tIG1sySgAbW0sAG1tKABtbJWklcDElZEcAG1slaSVwMSVkOyVwMiVkSAAKABtbSAAbWz8yNWwACAAbWz8yNWgAG1tDABtbQQAbW1AAG1tNA\
        BsoMAAbWzFtABtbPzEwNDloABtbMm0AG1s3bQAbWzdtABtbNG0AG1slcDElZFgAGyhCABsoQhtbbQAbWz8xMDQ5bAAbWzI3bQAbWzI0bQAbW0wAf\
        wAbWzN-ABtPQgAbT1AAG1syMX4AG09RABtPUgAbT1MAG1sxNX4AG1sxN34AG1sxOH4AG1sxOX4AG1syMH4AG09IABtbMn4AG09EABtbNn4AG1s1f\
        gAbT0MAG1sxOzJCABtbMTsyQQAbT0EAG1s_MWwbPgAbWz8xaBs9ABtbJXAxJWRQABtbJXAxJWRNABtbJXAxJWRCABtbJXAxJWRAABtbJXAxJWRTA\
        BtbJXAxJWRMABtbJXAxJWREABtbJXAxJWRDABtbJXAxJWRUABtbJXAxJWRBACVwMSVjG1slcDIlezF9JS0lZGIAG1slaSVwMSVkZAAKABtNACU_J\
        XA5JXQbKDAlZRsoQiU7G1swJT8lcDYldDsxJTslPyVwNSV0OzIlOyU_JXAyJXQ7NCU7JT8lcDElcDMlfCV0OzclO20ACQBgYGFhZmZnZ2pqa2tsb\
        G1tbm5vb3BwcXFycnNzdHR1dXZ2d3d4eHl5enp7e3x8fX1-\
        fgAbW1oAG09GABtbMzsyfgAbWzE7MkYAG1sxOzJIABtbMTsyRAAbWzY7Mn4AG1s1OzJ-ABtbMTsyQwAbWzIzfgAbWzI0fgAbWzFLABtbMzk7NDlt\
        ABtbJT8lcDElezh9JTwldDMlcDElZCVlJXAxJXsxNn0lPCV0OSVwMSV7OH0lLSVkJWUzODs1OyVwMSVkJTttABtbJT8lcDElezh9JTwldDQlcDEl\
        ZCVlJXAxJXsxNn0lPCV0MTAlcDElezh9JS0lZCVlNDg7NTslcDElZCU7bQABAAAABAAJAC8AAQAAAAkAEgAZAAAAAwAGAAkADAAbWz8yMDA0bAAb\
        Wz8yMDA0aAAbWzIwMX4AG1syMDB-AFhUAEJEAEJFAFBFAFBTAA==
        """,
        "screen": """
        GgEbAA8ADwBpAX0Cc2NyZWVufHNjYW5jb25maWcgYnVpbHQtaW4AAAEAAAEAAAAAAAAAAAEBUAAIABgA__________________________8IAEAA\
        __8AAAIABAD__xUAHQAhACUA__8wAEEAQwBHAE4A__9QAFcA__9bAP__XgBiAP____9mAP__aABtAP__dgD_______97AIAAhQD__4oAjACRAP__\
        __-aAKAA_____________________6YA__-qAP_______6wA__-xAP__________tQC5AL8AwwDHAMsA0QDXAN0A4wDpAO4A___zAP__9wD8AAEB\
        BQEMAf__EwEXAR8B________________________________________JwEwATkBQgFLAVQBXQFmAf__bwH_____________________________\
        __94Af__gwGFAYgB_____8sB_____________________________80B__8OAv_______________xIC_____________________xkC________\
        _____________________________________________________________x4C_____yUC__________8sAv__MwL_____OgL__0EC________\
        SAL_____________TwJVAv__________________________________________________________________________________________\
        _____________________________________________1sC________________________________________________________________\
        ________YAL_____________________________________________________________________________________________________\
        _____________________________________________________________2kCcwIHAA0AG1slaSVwMSVkOyVwMiVkcgAbW0gbWzJKABtbSwAb\
        W0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtbPzI1bAAIABtbPzI1aAAbW0MAG00AG1tQABtbTQAOABtbMW0AG1s_MTA0OWgA\
        G1sybQAbWzdtABtbN20AG1s0bQAPABtbbQ8AG1s_MTA0OWwAG1syN20AG1syNG0AG1tMAH8AG1szfgAbT0IAG09QABtbMjF-\
        ABtPUQAbT1IAG09TABtbMTV-ABtbMTd-ABtbMTh-ABtbMTl-ABtbMjB-ABtbMX4AG1syfgAbT0QAG1s2fgAbWzV-\
        ABtPQwAbWzE7MkIAG1sxOzJBABtPQQAbWz8xbBs-ABtbPzFoGz0AG1slcDElZFAAG1slcDElZE0AG1slcDElZEIAG1slcDElZEAAG1slcDElZFMA\
        G1slcDElZEwAG1slcDElZEQAG1slcDElZEMAG1slcDElZEEAG1slaSVwMSVkZAAKABtNABtbMCU_JXA2JXQ7MSU7JT8lcDIldDs0JTslPyVwMSVw\
        MyV8JXQ7NyU7JT8lcDUldDsyJTttJT8lcDkldA4lZQ8lOwAJACsrLCwtLS4uMDBgYGFhZmZnZ2hoaWlqamtrbGxtbW5ub29wcHFxcnJzc3R0dXV2\
        dnd3eHh5eXp6e3t8fH19fn4AG1taABsoQhspMAAbWzR-ABtbMzsyfgAbWzE7MkYAG1sxOzJIABtbMTsyRAAbWzY7Mn4AG1s1OzJ-\
        ABtbMTsyQwAbWzIzfgAbWzI0fgAbWzFLABtbMzk7NDltABtbMyVwMSVkbQAbWzQlcDElZG0A
        """,
        "screen-256color": """
        HgIkAA8ADwBpAegCc2NyZWVuLTI1NmNvbG9yfHNjYW5jb25maWcgYnVpbHQtaW4AAAEAAAEAAAAAAAAAAAEBAFAAAAAIAAAAGAAAAP__________\
        __________________________________________8AAQAAAAABAP__AAACAAQA__8VAB0AIQAlAP__MABBAEMARwBOAP__UABXAP__WwD__14A\
        YgD_____ZgD__2gAbQD__3YA________ewCAAIUA__-KAIwAkQD_____mgCgAP____________________-mAP__qgD_______-sAP__sQD_____\
        _____7UAuQC_AMMAxwDLANEA1wDdAOMA6QDuAP__8wD___cA_AABAQUBDAH__xMBFwEfAf_______________________________________ycB\
        MAE5AUIBSwFUAV0BZgH__28B________________________________eAH__4MBhQGIAf_____LAf_____________________________NAf__\
        DgL_______________8SAv____________________8ZAv__________________________________________________________________\
        __8eAv____8lAv__________LAL__zMC_____zoC__9BAv_______0gC_____________08CVQL_____________________________________\
        __________________________________________________________________________________________________9bAv__________\
        _____________________________________________________________2AC________________________________________________\
        ________________________________________________________________________________________________________________\
        __9pAqgCBwANABtbJWklcDElZDslcDIlZHIAG1tIG1sySgAbW0sAG1tKABtbJWklcDElZEcAG1slaSVwMSVkOyVwMiVkSAAKABtbSAAbWz8yNWwA\
        CAAbWz8yNWgAG1tDABtNABtbUAAbW00ADgAbWzFtABtbPzEwNDloABtbMm0AG1s3bQAbWzdtABtbNG0ADwAbW20PABtbPzEwNDlsABtbMjdtABtb\
        MjRtABtbTAB_ABtbM34AG09CABtPUAAbWzIxfgAbT1EAG09SABtPUwAbWzE1fgAbWzE3fgAbWzE4fgAbWzE5fgAbWzIwfgAbWzF-ABtbMn4AG09E\
        ABtbNn4AG1s1fgAbT0MAG1sxOzJCABtbMTsyQQAbT0EAG1s_MWwbPgAbWz8xaBs9ABtbJXAxJWRQABtbJXAxJWRNABtbJXAxJWRCABtbJXAxJWRA\
        ABtbJXAxJWRTABtbJXAxJWRMABtbJXAxJWREABtbJXAxJWRDABtbJXAxJWRBABtbJWklcDElZGQACgAbTQAbWzAlPyVwNiV0OzElOyU_JXAyJXQ7\
        NCU7JT8lcDElcDMlfCV0OzclOyU_JXA1JXQ7MiU7bSU_JXA5JXQOJWUPJTsACQArKywsLS0uLjAwYGBhYWZmZ2doaGlpampra2xsbW1ubm9vcHBx\
        cXJyc3N0dHV1dnZ3d3h4eXl6ent7fHx9fX5-ABtbWgAbKEIbKTAAG1s0fgAbWzM7Mn4AG1sxOzJGABtbMTsySAAbWzE7MkQAG1s2OzJ-ABtbNTsy\
        fgAbWzE7MkMAG1syM34AG1syNH4AG1sxSwAbWzM5OzQ5bQAbWyU_JXAxJXs4fSU8JXQzJXAxJWQlZSVwMSV7MTZ9JTwldDklcDElezh9JS0lZCVl\
        Mzg7NTslcDElZCU7bQAbWyU_JXAxJXs4fSU8JXQ0JXAxJWQlZSVwMSV7MTZ9JTwldDEwJXAxJXs4fSUtJWQlZTQ4OzU7JXAxJWQlO20A
        """,
        "tmux": """
        GgEZAA8ADwBpAX0CdG11eHxzY2FuY29uZmlnIGJ1aWx0LWluAAABAAABAAAAAAAAAAABAVAACAAYAP__________________________CABAAP__\
        AAACAAQA__8VAB0AIQAlAP__MABBAEMARwBOAP__UABXAP__WwD__14AYgD_____ZgD__2gAbQD__3YA________ewCAAIUA__-\
        KAIwAkQD_____mgCgAP____________________-mAP__qgD_______-sAP__sQD__________7UAuQC_AMMAxwDLANEA1wDdAOMA6QDuAP__8wD\
        ___cA_AABAQUBDAH__xMBFwEfAf_______________________________________ycBMAE5AUIBSwFUAV0BZgH__28B___________________\
        _____________eAH__4MBhQGIAf_____LAf_____________________________NAf__DgL_______________8SAv____________________8\
        ZAv____________________________________________________________________8eAv____8lAv__________LAL__zMC_____zoC__9\
        BAv_______0gC_____________08CVQL________________________________________________________________________________\
        _______________________________________________________9bAv_____________________________________________________\
        __________________2AC___________________________________________________________________________________________\
        _______________________________________________________________________9pAnMCBwANABtbJWklcDElZDslcDIlZHIAG1tIG1s\
        ySgAbW0sAG1tKABtbJWklcDElZEcAG1slaSVwMSVkOyVwMiVkSAAKABtbSAAbWz8yNWwACAAbWz8yNWgAG1tDABtNABtbUAAbW00ADgAbWzFtABt\
        bPzEwNDloABtbMm0AG1s3bQAbWzdtABtbNG0ADwAbW20PABtbPzEwNDlsABtbMjdtABtbMjRtABtbTAB_ABtbM34AG09CABtPUAAbWzIxfgAbT1E\
        AG09SABtPUwAbWzE1fgAbWzE3fgAbWzE4fgAbWzE5fgAbWzIwfgAbWzF-ABtbMn4AG09EABtbNn4AG1s1fgAbT0MAG1sxOzJCABtbMTsyQQAbT0E\
        AG1s_MWwbPgAbWz8xaBs9ABtbJXAxJWRQABtbJXAxJWRNABtbJXAxJWRCABtbJXAxJWRAABtbJXAxJWRTABtbJXAxJWRMABtbJXAxJWREABtbJXA\
        xJWRDABtbJXAxJWRBABtbJWklcDElZGQACgAbTQAbWzAlPyVwNiV0OzElOyU_JXAyJXQ7NCU7JT8lcDElcDMlfCV0OzclOyU_JXA1JXQ7MiU7bSU\
        _JXA5JXQOJWUPJTsACQArKywsLS0uLjAwYGBhYWZmZ2doaGlpampra2xsbW1ubm9vcHBxcXJyc3N0dHV1dnZ3d3h4eXl6ent7fHx9fX5-\
        ABtbWgAbKEIbKTAAG1s0fgAbWzM7Mn4AG1sxOzJGABtbMTsySAAbWzE7MkQAG1s2OzJ-ABtbNTsyfgAbWzE7MkMAG1syM34AG1syNH4AG1sxSwAb\
        WzM5OzQ5bQAbWzMlcDElZG0AG1s0JXAxJWRtAAAAAAAABAAIACwAAAAJABIAGQAAAAMABgAJABtbPzIwMDRsABtbPzIwMDRoABtbMjAxfgAbWzIw\
        MH4AQkQAQkUAUEUAUFMA
        """,
        "tmux-256color": """
        HgIiAA8ADwBpAegCdG11eC0yNTZjb2xvcnxzY2FuY29uZmlnIGJ1aWx0LWluAAABAAABAAAAAAAAAAABAQBQAAAACAAAABgAAAD_____________\
        ________________________________________AAEAAAAAAQD__wAAAgAEAP__FQAdACEAJQD__zAAQQBDAEcATgD__1AAVwD__1sA__9eAGIA\
        _____2YA__9oAG0A__92AP_______3sAgACFAP__igCMAJEA_____5oAoAD_____________________pgD__6oA________rAD__7EA________\
        __-\
        1ALkAvwDDAMcAywDRANcA3QDjAOkA7gD___MA___3APwAAQEFAQwB__8TARcBHwH_______________________________________8nATABOQF\
        CAUsBVAFdAWYB__9vAf_______________________________3gB__-DAYUBiAH_____ywH_____________________________zQH__w4C___\
        _____________EgL_____________________GQL_____________________________________________________________________HgL\
        _____JQL__________ywC__8zAv____86Av__QQL_______9IAv____________9PAlUC___________________________________________\
        _____________________________________________________________________________________________WwL________________\
        _______________________________________________________9gAv_____________________________________________________\
        _____________________________________________________________________________________________________________aQK\
        oAgcADQAbWyVpJXAxJWQ7JXAyJWRyABtbSBtbMkoAG1tLABtbSgAbWyVpJXAxJWRHABtbJWklcDElZDslcDIlZEgACgAbW0gAG1s_MjVsAAgAG1s\
        _MjVoABtbQwAbTQAbW1AAG1tNAA4AG1sxbQAbWz8xMDQ5aAAbWzJtABtbN20AG1s3bQAbWzRtAA8AG1ttDwAbWz8xMDQ5bAAbWzI3bQAbWzI0bQA\
        bW0wAfwAbWzN-ABtPQgAbT1AAG1syMX4AG09RABtPUgAbT1MAG1sxNX4AG1sxN34AG1sxOH4AG1sxOX4AG1syMH4AG1sxfgAbWzJ-\
        ABtPRAAbWzZ-ABtbNX4AG09DABtbMTsyQgAbWzE7MkEAG09BABtbPzFsGz4AG1s_MWgbPQAbWyVwMSVkUAAbWyVwMSVkTQAbWyVwMSVkQgAbWyVw\
        MSVkQAAbWyVwMSVkUwAbWyVwMSVkTAAbWyVwMSVkRAAbWyVwMSVkQwAbWyVwMSVkQQAbWyVpJXAxJWRkAAoAG00AG1swJT8lcDYldDsxJTslPyVw\
        MiV0OzQlOyU_JXAxJXAzJXwldDs3JTslPyVwNSV0OzIlO20lPyVwOSV0DiVlDyU7AAkAKyssLC0tLi4wMGBgYWFmZmdnaGhpaWpqa2tsbG1tbm5v\
        b3BwcXFycnNzdHR1dXZ2d3d4eHl5enp7e3x8fX1-fgAbW1oAGyhCGykwABtbNH4AG1szOzJ-\
        ABtbMTsyRgAbWzE7MkgAG1sxOzJEABtbNjsyfgAbWzU7Mn4AG1sxOzJDABtbMjN-ABtbMjR-ABtbMUsAG1szOTs0OW0AG1slPyVwMSV7OH0lPCV0\
        MyVwMSVkJWUlcDElezE2fSU8JXQ5JXAxJXs4fSUtJWQlZTM4OzU7JXAxJWQlO20AG1slPyVwMSV7OH0lPCV0NCVwMSVkJWUlcDElezE2fSU8JXQx\
        MCVwMSV7OH0lLSVkJWU0ODs1OyVwMSVkJTttAAAAAAAEAAgALAAAAAkAEgAZAAAAAwAGAAkAG1s_MjAwNGwAG1s_MjAwNGgAG1syMDF-\
        ABtbMjAwfgBCRABCRQBQRQBQUwA=
        """,
        "linux": """
        GgEaAB0AEABpAVsCbGludXh8c2NhbmNvbmZpZyBidWlsdC1pbgAAAQAAAQAAAAAAAAAAAQEAAAAAAAAAAAAAAAAAAQBQAAgAGAD_____________\
        _____________wgAQAASAP__AAACAAQA__8VABwAIAAkAP__LwBAAEIARgBNAP__TwBWAP__WgD__14AYgD_____ZgD__2gA_____20A________\
        cgB3AHwAgQCKAIwA________kQCXAP____________________-dAP__oQD_______-jAP__qAD__________6wAsQC3ALwAwQDGAMsA0QDXAN0A\
        4wDoAP__7QD___EA9gD7AP8ABgH__w0B_____________________________________________xEBGgEjASwB__81AT4BRwH__1AB________\
        ________________________WQH__2QBZgFpAf____-sAf____________________________-uAf__7wH________________zAf__________\
        ___________3Af_____________________________________________________________________8Af____8DAv__________CgL__xEC\
        _____xgC__8fAv_______yYC_____________y0CMwL_____________________________________________________________________\
        __________________________________________________________________85Av__________________________________________\
        _____________________________z4C________________________________________________________________________________\
        __________________________________________________________________________________9HAlECBwANABtbJWklcDElZDslcDIl\
        ZHIAG1tIG1tKABtbSwAbW0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtbPzI1bAAIABtbPzI1aAAbW0MAG1tBABtbUAAbW00A\
        DgAbWzFtABtbMm0AG1s3bQAbWzdtABtbNG0AG1slcDElZFgADwAbW20PABtbMjdtABtbMjRtABtbTAB_ABtbM34AG1tCABtbW0EAG1syMX4AG1tb\
        QgAbW1tDABtbW0QAG1tbRQAbWzE3fgAbWzE4fgAbWzE5fgAbWzIwfgAbWzF-ABtbMn4AG1tEABtbNn4AG1s1fgAbW0MAG1sxOzJCABtbMTsyQQAb\
        W0EAG1slcDElZFAAG1slcDElZE0AG1slcDElZEIAG1slcDElZEAAG1slcDElZEwAG1slcDElZEQAG1slcDElZEMAG1slcDElZEEAG1slaSVwMSVk\
        ZAAKABtNABtbMCU_JXAxJXAzJXwldDs3JTslPyVwMiV0OzQlOyU_JXA1JXQ7MiU7JT8lcDYldDsxJTttJT8lcDkldA4lZQ8lOwAJACsrLCwtLS4u\
        MDBgYGFhZmZnZ2hoaWlqamtrbGxtbW5ub29wcHFxcnJzc3R0dXV2dnd3eHh5eXp6e3t8fH19fn4AG1taABspMAAbWzR-\
        ABtbMzsyfgAbWzE7MkYAG1sxOzJIABtbMTsyRAAbWzY7Mn4AG1s1OzJ-\
        ABtbMTsyQwAbWzIzfgAbWzI0fgAbWzFLABtbMzk7NDltABtbMyVwMSVkbQAbWzQlcDElZG0A
        """,
        "vt100": """
        GgEaABUAAwAOAYkBdnQxMDB8c2NhbmNvbmZpZyBidWlsdC1pbgAAAQAAAQAAAAAAAAAAAAEAAAAAAAEAUAAIABgA__8AAAIABAD__xUAIQApAP__\
        __8yAEcASQD__00A_____08A__9XAP____________9fAP__YQD_______________9qAHMAfAD__4UAhwD_______-\
        QAJgA__________________________-gAP____________-iAP__________pgD__6oArgCyAP____________________-\
        2AP_______7oA________vgDCAMoA_____________________________________________9IA________2wDkAP__7QD________________\
        _____________________9gD4AP8A_____0AB_____________________________0IB_____________________3UB___________________\
        _____fAH________________________________________________________________________________________________________\
        ________________________________________________________________________________________________________________\
        __________________________________________________________4ABBwANABtbJWklcDElZDslcDIlZHIAG1tIG1tKJDw1MD4AG1tLJDw\
        zPgAbW0okPDUwPgAbWyVpJXAxJWQ7JXAyJWRIJDw1PgAKABtbSAAIABtbQyQ8Mj4AG1tBJDwyPgAOABtbMW0kPDI-ABtbN20kPDI-\
        ABtbN20kPDI-ABtbNG0kPDI-AA8AG1ttDyQ8Mj4AG1ttJDwyPgAbW20kPDI-\
        AAgAG09CABtPUAAbT1EAG09SABtPUwAbT0QAG09DABtPQQAbWz8xbBs-ABtbPzFoGz0AG1slcDElZEIAG1slcDElZEQAG1slcDElZEMAG1slcDEl\
        ZEEACgAbTSQ8NT4AG1swJT8lcDElcDYlfCV0OzElOyU_JXAyJXQ7NCU7JT8lcDElcDMlfCV0OzclO20lPyVwOSV0DiVlDyU7JDwyPgAJAGBgYWFm\
        Zmdnampra2xsbW1ubm9vcHBxcXJyc3N0dHV1dnZ3d3h4eXl6ent7fHx9fX5-ABsoQhspMAAbT00AG1sxSyQ8Mz4A
        """,
    ]
}
