using System.Collections.Generic;
using System.Linq;
using ArchDsl;
using ArchDsl.Model;

namespace Acme.ArchRules;

/// <summary>What Acme promises its customers, it promises for the loss of an availability zone.</summary>
public sealed class DatabaseOutlivesZone : Rule
{
    public override string Id => "ACME0002";

    public override string Title => "A production database stands in one zone";

    public override string Message => "{0} is lost with its availability zone. In prod, write MultiAz = true.";

    public override string Description => "Our service level agreement covers the loss of an availability zone.";

    public override string Category => "Operations";

    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from database in architecture.Topology.Components.OfType<DatabaseInstance>()
        where architecture.Stage == "prod" && !database.MultiAz
        select At(database.OriginOf(nameof(RdsAttribute.MultiAz)), architecture.NameOf(database.Path));
}
