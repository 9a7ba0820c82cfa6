namespace ArchDsl.Model;

/// <summary>The certificate of a load balancer is for other names than its own.</summary>
internal sealed class CertificateDoesNotCoverName : Rule
{
    public override string Id => "ARCH1022";

    public override string Title => "A certificate does not cover the name";

    public override string Message => "{0} has the name {1}, which the certificate {2} is not for: it is for {3}. Browsers refuse the connection. Add the name to the [Certificate], as AlternativeNames = [\"{1}\"], or give {0} a name that it is for.";

    public override string Description => "A client compares the name that it asked for with those in the certificate, and refuses the connection if none of them is it; a wildcard stands for one label alone.";

    public override Severity Severity => Severity.Error;

    public override IReadOnlyList<string> KnownAs => ["CKV2_AWS_23"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        foreach (DnsRecord record in architecture.Topology.DnsRecords)
        {
            List<Certificate> certificates =
            [
                .. from listener in (architecture.Topology.Component(record.LoadBalancer) as ApplicationLoadBalancer)?.Listeners ?? []
                   let certificate = listener.Certificate is { } path ? architecture.Topology.Component(path) as Certificate : null
                   where certificate is not null
                   select certificate,
            ];

            // What a hook makes of a certificate or of the listeners is not known.
            if (certificates.Count == 0 || architecture.IsHooked(record.LoadBalancer) || certificates.Any(static c => c.Hooked) || certificates.Any(certificate => Names(certificate).Any(name => Covers(name, record.Name))))
            {
                continue;
            }

            yield return new Finding(
                Id,
                new Place(record.Origin.At(nameof(DnsAttribute.Name))),
                EquatableArray.Of(
                    architecture.NameOf(record.LoadBalancer),
                    record.Name,
                    string.Join(" and ", certificates.Select(c => architecture.NameOf(c.Path)).Distinct()),
                    string.Join(", ", certificates.SelectMany(Names).Distinct())),
                certificates.Select(static c => new Place(c.Origin)).Distinct().ToEquatableArray());
        }
    }

    private static IEnumerable<string> Names(Certificate certificate) => certificate.AlternativeNames.Prepend(certificate.DomainName);

    // https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html: *.example.com is for api.example.com, and
    // neither for example.com nor for v1.api.example.com.
    private static bool Covers(string certified, string name)
    {
        string asked = name.TrimEnd('.');
        int label = asked.IndexOf('.');
        return certified.Equals(asked, StringComparison.OrdinalIgnoreCase)
            || certified.StartsWith("*.", StringComparison.Ordinal) && label > 0 && certified.Substring(1).Equals(asked.Substring(label), StringComparison.OrdinalIgnoreCase);
    }
}
