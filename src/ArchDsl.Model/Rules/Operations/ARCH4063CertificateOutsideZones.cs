namespace ArchDsl.Model;

/// <summary>A certificate is for a domain that no hosted zone of the architecture is for.</summary>
internal sealed class CertificateOutsideZones : Rule
{
    public override string Id => "ARCH4063";

    public override string Title => "A certificate lies outside every hosted zone";

    public override string Message => "{0} is for {1}, which lies in no [HostedZone] here, but {2}: the deployment waits until somebody proves the domain by hand. Correct the domain, or add the [HostedZone] that it lies in.";

    public override string Description => "AWS issues a certificate once a record in the DNS proves the domain. In a hosted zone of the architecture the deployment adds it; elsewhere it waits for people, for three days at most.";

    public override Severity Severity => Severity.Warning;

    // Where there is no zone at all, people prove each domain, and know it.
    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from certificate in architecture.Topology.Components.OfType<Certificate>()
        where certificate.HostedZone is null && architecture.Topology.HostedZones.Count > 0 && !architecture.IsHooked(certificate.Path)
        select At(
            certificate.OriginOf(nameof(CertificateAttribute.DomainName)),
            architecture.NameOf(certificate.Path),
            certificate.DomainName,
            string.Join(" and ", architecture.Topology.HostedZones.Select(static zone => zone.DomainName).Distinct()));
}
