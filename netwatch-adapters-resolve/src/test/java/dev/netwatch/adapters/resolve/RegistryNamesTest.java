package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Administered by ARIN",
                "Administered by RIPE NCC",
                "RIPE NCC",
                "RIPE Network Coordination Centre",
                "Réseaux IP Européens Network Coordination Centre (RIPE NCC)",
                "American Registry for Internet Numbers",
                "ARIN",
                "APNIC",
                "LACNIC",
                "AFRINIC",
                "AfriNIC",
                "JPNIC",
                "KRNIC",
                "CNNIC",
                "TWNIC",
                "Asia Pacific Network Information Centre",
                "Asia Pacific Network Information Center",
                "Latin American and Caribbean IP address Regional Registry",
                "African Network Information Center",
                "IANA",
                "Internet Assigned Numbers Authority",
                "IANA - Multicast",
                "IANA-BLK",
                "IANA-RESERVED",
                "Various Registries (Maintained by ARIN)",
                "Allocated to APNIC",
                "Allocated to RIPE NCC",
                "Not allocated by APNIC",
                "NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK",
                "EU-ZZ-2A00",
                "RIPE-CBLK",
                "RIPE-NCC",
                "IPv4 address block not managed by the RIPE NCC",
                "Japan Network Information Center",
                "Korea Network Information Center",
                "China Internet Network Information Center",
                "APNIC-LABS",
                "JPNIC-NET-JP-ERX",
                "LACNIC - Latin American",
                "Reserved",
                "Private Use",
                "Early registrations",
                "This network range is not fully allocated to APNIC.",
                "Transferred to the RIPE region on 2018-01-01"
            })
    void registriesAndTheirExcusesAreRecognised(String name) {
        assertTrue(RegistryNames.includes(name), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Google LLC",
                "Level 3 Parent, LLC",
                "Hetzner Online GmbH",
                "Arinc Inc",
                "Ripe Foods Ltd",
                "Ripensia",
                "Apnicorp",
                "Ariana Networks",
                "Deutsche Telekom AG",
                "Tiana Hosting",
                "NIC Mexico",
                "Internet Corporation for Assigned Names and Numbers",
                "Núcleo de Inf. e Coord. do Ponto BR - NIC.BR",
                "Indiana University",
                "Example Registry Services",
                "Reservoir Media",
                "Amazon Technologies Inc.",
                "Not Just Hosting Ltd",
                "Christiana Care"
            })
    void ownersAreLeftAlone(String name) {
        assertFalse(RegistryNames.includes(name), name);
    }
}
