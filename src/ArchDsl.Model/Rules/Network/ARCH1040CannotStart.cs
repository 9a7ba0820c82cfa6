namespace ArchDsl.Model;

/// <summary>A task has no way to what it needs to start.</summary>
internal sealed class CannotStart : ServiceReachRule
{
    // What no role asks for, but every pull of an image does.
    private static readonly HashSet<string> Images = ["ecr", "registry"];

    public override string Id => "ARCH1040";

    public override string Title => "A task cannot start";

    public override string Message => "{0} cannot start: it stands in {1}, and has no way to {2}. {3}";

    public override string Description =>
        "Before a container runs, Fargate pulls its image, reads its secrets and opens its log stream, all from the task's own subnets. Without a way there every task stops with CannotPullContainerError or ResourceInitializationError.";

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        foreach (Component component in architecture.Topology.Components)
        {
            List<(PlatformNeed Need, IReadOnlyList<AwsService> Endpoints)> unmet = Unmet(component, need => IsForStart(need, architecture), architecture);
            if (unmet.Count == 0)
            {
                continue;
            }

            bool suffice = unmet.All(static one => one.Endpoints.Count > 0);
            List<AwsService> endpoints = [.. unmet.SelectMany(static one => one.Endpoints).Distinct().OrderBy(static service => service)];
            yield return new Finding(
                Id,
                new Place(component.Origin),
                EquatableArray.Of(
                    architecture.NameOf(component.Path),
                    Cause(component, architecture),
                    PathText.Names([.. unmet.Select(static one => AwsServices.DisplayName(one.Need.Service)).OrderBy(static name => name, StringComparer.Ordinal)], unmet.Count),
                    Advice(component, endpoints, suffice, architecture)),
                Related(component, endpoints, suffice, architecture).ToEquatableArray());
        }
    }

    /// <summary>Whether a task needs a service before its code runs.</summary>
    internal static bool IsForStart(PlatformNeed need, AnalyzedArchitecture architecture) =>
        architecture.Topology.Component(need.Component) is FargateService
        && (Images.Contains(need.Service)
            || architecture.Topology.GrantsOf(need.Component).Any(grant =>
                grant.Principal == Principal.Execution && grant.Actions.Any(action => action.StartsWith(need.Service + ":", StringComparison.Ordinal))));
}
