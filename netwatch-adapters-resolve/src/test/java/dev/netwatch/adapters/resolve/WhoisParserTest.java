package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhoisParserTest {
    private static WhoisReply parse(String fixture, String address) {
        return WhoisParser.parse(WhoisFixtures.text(fixture), IpAddress.parse(address));
    }

    private static Optional<String> owner(WhoisReply reply) {
        return reply.held().flatMap(WhoisNetwork::owner);
    }

    private static Optional<WhoisServer> server(String host) {
        return Optional.of(new WhoisServer(host));
    }

    @Test
    void ianaRefersAndOwnsNothing() {
        WhoisReply reply = parse("iana-8", "8.8.8.8");
        assertEquals(server("whois.arin.net"), reply.next());
        assertEquals(Optional.empty(), reply.held());
        assertEquals(IpRange.parse("8.0.0.0/8"), reply.narrowest().map(WhoisNetwork::range));
        assertEquals(server("whois.ripe.net"), parse("iana-v6", "2a00::1").next());
        assertEquals(Optional.empty(), parse("iana-v6", "2a00::1").held());
    }

    @Test
    void arinsMostSpecificNetworkIsTheOne() {
        WhoisReply reply = parse("arin-8.8.8.8", "8.8.8.8");
        assertEquals(Optional.of("Google LLC"), owner(reply));
        assertEquals(IpRange.parse("8.8.8.0/24"), reply.narrowest().map(WhoisNetwork::range));
        assertTrue(reply.narrowest().orElseThrow().allocated());
        assertEquals(Optional.empty(), reply.next());
    }

    @Test
    void aNetworkThatDoesNotContainTheAddressSaysNothingOfIt() {
        WhoisReply reply = parse("arin-8.8.8.8", "8.9.9.9");
        assertEquals(Optional.of("Level 3 Parent, LLC"), owner(reply));
        assertEquals(List.of(), parse("arin-8.8.8.8", "9.9.9.9").networks());
    }

    @Test
    void arinsShortListIsUnderstood() {
        assertEquals(Optional.of("Google LLC"), owner(parse("arin-list", "8.8.8.8")));
    }

    @Test
    void arinsCustomerGoesBeforeTheProvider() {
        WhoisReply reply = parse("arin-customer", "12.34.56.70");
        assertEquals(Optional.of("Example Bakery Inc"), owner(reply));
        assertFalse(reply.narrowest().orElseThrow().allocated());
    }

    @Test
    void aBlockThatWentElsewhereRefersAndHasNoOwner() {
        WhoisReply reply = parse("arin-ripe", "193.99.144.80");
        assertEquals(server("whois.ripe.net"), reply.next());
        assertEquals(Optional.empty(), reply.held());
    }

    @Test
    void ripesNetworkNamesAHandleAndADescription() {
        WhoisReply reply = parse("ripe-assigned", "193.99.144.80");
        assertEquals(Optional.of("ORG-EP1-RIPE"), reply.held().flatMap(WhoisNetwork::handle));
        assertEquals(Optional.of("Example Press GmbH & Co KG"), owner(reply));
        assertEquals(Map.of(), reply.organisations());
        assertEquals(
                Map.of("ORG-EP1-RIPE", "Example Press Holding GmbH"),
                parse("ripe-organisation", "193.99.144.80").organisations());
    }

    @Test
    void personsAndRoutesAreNoOwners() {
        WhoisReply reply = parse("ripe-full", "193.99.144.80");
        assertEquals(Optional.of("ORG-EP1-RIPE"), reply.held().flatMap(WhoisNetwork::handle));
        assertEquals("Example Press Holding GmbH", reply.organisations().get("ORG-EP1-RIPE"));
        assertTrue(reply.networks().stream()
                .flatMap(network -> network.owners().stream())
                .noneMatch(owner -> owner.contains("Person") || owner.contains("Fulano")));
    }

    @Test
    void aBlockThatIsNotManagedHereHasNoOwner() {
        WhoisReply reply = parse("ripe-foreign", "8.8.8.8");
        assertEquals(Optional.empty(), reply.held());
        assertEquals(Optional.empty(), reply.next());
        assertEquals(1, reply.networks().size(), "the whole address space is no network");
    }

    @Test
    void aRefusalIsNoAnswer() {
        assertTrue(parse("ripe-denied", "193.99.144.80").refused());
        assertTrue(WhoisFixtures.ALL.stream()
                .filter(name -> !name.equals("ripe-denied"))
                .noneMatch(name -> parse(name, "193.99.144.80").refused()));
    }

    @Test
    void apnicsOrganisationIsFound() {
        WhoisReply reply = parse("apnic-assigned", "1.0.0.1");
        assertEquals("Example Research and Development", reply.organisations().get("ORG-ARAD1-AP"));
        assertEquals(Optional.of("ORG-ARAD1-AP"), reply.held().flatMap(WhoisNetwork::handle));
    }

    @Test
    void aNationalRegistrysNetworkInsideApnicsBlockIsTheOne() {
        assertEquals(Optional.of("The University of Example"), owner(parse("apnic-jpnic", "133.11.1.1")));
    }

    @Test
    void apnicPointsAtNationalRegistries() {
        assertEquals(
                server("whois.nic.ad.jp"), parse("apnic-jpnic", "133.12.1.1").next());
        assertEquals(Optional.empty(), parse("apnic-jpnic", "133.12.1.1").held());
        assertEquals(Optional.of("Example Telecom"), owner(parse("apnic-krnic", "1.209.1.1")));
    }

    @Test
    void lacnicsOwnerIsTheOrganisationNotThePersonInCharge() {
        WhoisReply reply = parse("lacnic", "200.160.2.3");
        assertEquals(Optional.of("Companhia de Saneamento Básico São Exemplo"), owner(reply));
        assertEquals(IpRange.parse("200.160.0.0/20"), reply.narrowest().map(WhoisNetwork::range));
    }

    @Test
    void afrinicsOrganisationIsFound() {
        WhoisReply reply = parse("afrinic", "196.216.2.1");
        assertEquals("Example Mobile (Mauritius) Ltd", reply.organisations().get("ORG-EHO1-AFRINIC"));
        assertEquals(Optional.of("Example Head Office"), owner(reply));
    }

    @Test
    void japanAndKoreaAreUnderstood() {
        assertEquals(Optional.of("The University of Example"), owner(parse("jpnic", "133.11.1.1")));
        assertEquals(Optional.of("Example Noodles"), owner(parse("krnic", "1.209.1.1")));
        assertEquals(Optional.of("Example Telecom"), owner(parse("krnic", "1.210.1.1")));
    }

    @Test
    void referralsComeInSeveralForms() {
        for (String line : List.of(
                "refer: whois.example.net",
                "whois:   whois.example.net",
                "ReferralServer: whois://whois.example.net",
                "ReferralServer:  whois://whois.example.net:43/",
                "% referto: whois -h whois.example.net -p 43",
                "% refer: whois.example.net",
                "# ReferralServer: whois://whois.example.net")) {
            assertEquals(
                    server("whois.example.net"),
                    WhoisParser.parse(line, IpAddress.parse("8.8.8.8")).next(),
                    line);
        }
    }

    @Test
    void hostileNamesAreMadeHarmless() {
        String text = "NetRange: 8.8.8.0 - 8.8.8.255\nOrgName: \u001b[31mEvil\u202e Corp\u0007\n";
        assertEquals(Optional.of("[31mEvil Corp"), owner(WhoisParser.parse(text, IpAddress.parse("8.8.8.8"))));
    }
}
