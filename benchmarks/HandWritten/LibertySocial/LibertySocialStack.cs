using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.Route53;
using Constructs;

namespace HandWritten;

/// <summary>
/// Liberty Social as one writes it without ArchDsl: L2 constructs wherever they give this template. They do not for security groups
/// (rules between groups and rules for all traffic), for the address of a NAT gateway, and for an alias without <c>dualstack</c>.
/// </summary>
public sealed class LibertySocialStack : Stack
{
    public LibertySocialStack(Construct scope, string id, IStackProps props)
        : base(scope, id, props)
    {
        var network = new Network(this, "Network");
        var groups = new Groups(this, "Groups", network);
        var zone = new PublicHostedZone(this, "Zone", new PublicHostedZoneProps { ZoneName = "yourdomain.com" });
        var certificate = new Certificate(this, "Certificate", new CertificateProps
        {
            DomainName = "*.yourdomain.com",
            Validation = CertificateValidation.FromDns(zone),
        });

        var stores = new Stores(this, "Stores", network, groups);
        var backend = new Backend(this, "Backend", network, groups, stores);
        _ = new Edge(this, "Edge", network, groups, backend, certificate, zone);
    }
}
