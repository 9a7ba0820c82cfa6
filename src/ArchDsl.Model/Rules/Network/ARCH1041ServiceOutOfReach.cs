namespace ArchDsl.Model;

/// <summary>A component uses a service of AWS that it has no way to.</summary>
internal sealed class ServiceOutOfReach : ServiceReachRule
{
    public override string Id => "ARCH1041";

    public override string Title => "A declared use has no way";

    public override string Message => "{0} uses {1}, but has no way to it: it stands in {2}. {3}";

    public override string Description =>
        "The role permits the calls, but no packet arrives: the code hangs until its timeout. Services of AWS answer at public addresses, which take a default route or an endpoint of the VPC to reach.";

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components

        // What cannot start uses nothing; the cures are the same.
        where Unmet(component, need => CannotStart.IsForStart(need, architecture), architecture).Count == 0
        from unmet in Unmet(component, need => !CannotStart.IsForStart(need, architecture), architecture)
        let suffice = unmet.Endpoints.Count > 0
        select new Finding(
            Id,
            new Place(unmet.Need.Origin),
            EquatableArray.Of(
                architecture.NameOf(component.Path),
                AwsServices.DisplayName(unmet.Need.Service),
                Cause(component, architecture),
                Advice(component, unmet.Endpoints, suffice, architecture)),
            Related(component, unmet.Endpoints, suffice, architecture).ToEquatableArray());
}
