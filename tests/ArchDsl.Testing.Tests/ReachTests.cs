using ArchDsl.Model;

namespace ArchDsl.Testing.Tests;

/// <summary>Who reaches whom: both verbs, from the internet and from components, with every kind of answer.</summary>
public sealed class ReachTests
{
    private static ArchitectureAssertions ShopOf(string stage = "dev") => Architecture.Of<Shop>(stage);

    [Fact]
    public void ShouldReach_HoldsForAPath()
    {
        ShopOf().Internet.ShouldReach<Shop.Public.LoadBalancer>(80).ShouldReach<Shop.App.Api>().ShouldReach<Shop.Data.Database>(5432).ShouldReach<Shop.Files>().ShouldReach<Shop.Images>();
        ShopOf().Component<Shop.App.Api>().ShouldReach<Shop.Data.Database>().ShouldReach<Shop.Key>();
        ShopOf().Component<Shop.Public>().ShouldReach<Shop.App.Api>(8080);
        Architecture.Of<Exposed>().Internet.ShouldReach<Exposed.Public.Site>();
    }

    [Fact]
    public void ShouldNotReach_HoldsWhereThereIsNone()
    {
        ShopOf().Internet.ShouldNotReach<Shop.App.Worker>().ShouldNotReach<Shop.Data.Cache>().ShouldNotReach<Shop.Public.LoadBalancer>(443);
        ShopOf().Internet.Except<Shop.App.Api>().ShouldNotReach<Shop.Data>();
        ShopOf().Component<Shop.App.Worker>().ShouldNotReach<Shop.Data>().ShouldNotReach<Shop.Key>();

        // Data stores pass nothing on, and nothing reaches itself.
        ShopOf().Component<Shop.Data.Database>().ShouldNotReach<Shop>();
    }

    [Fact]
    public void ShouldNotReach_ShowsThePath() => Fails(
        """
        The internet should not reach Data in Shop (stage prod), and does: Internet -> Public.LoadBalancer:80 -> App.Api:8080 -> Data.Database:5432.
          Internet -> Public.LoadBalancer:80, by [HttpListener] on Public.LoadBalancer
          Public.LoadBalancer -> App.Api:8080, by [RoutesTo<Api>] on Public.LoadBalancer
          App.Api -> Data.Database:5432, by [Uses<Database>] on App.Api
        """,
        static () => ShopOf("prod").Internet.ShouldNotReach<Shop.Data>());

    [Fact]
    public void ShouldNotReach_ShowsWhatARolePermits() => Fails(
        """
        App.Worker should not reach Files in Shop (stage dev), and does: App.Worker -> Files (s3:DeleteObject).
          App.Worker -> Files (s3:DeleteObject), by [Uses<Files>] on App.Worker
        """,
        static () => ShopOf().Component<Shop.App.Worker>().ShouldNotReach<Shop.Files>());

    [Fact]
    public void ShouldNotReach_ShowsWhatEveryoneMayRead() => Assert.StartsWith(
        "The internet should not reach Images in Shop (stage dev), and does: Internet -> Images (readable by everyone).",
        Assert.Throws<ArchitectureAssertionException>(static () => ShopOf().Internet.ShouldNotReach<Shop.Images>()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ShouldReach_SaysWhoIsLetIn() => Fails(
        """
        App.Worker should reach Data.Database in Shop (stage dev), and there is no path.
          Data.Database is reached by App.Api.
        """,
        static () => ShopOf().Component<Shop.App.Worker>().ShouldReach<Shop.Data.Database>());

    [Fact]
    public void ShouldReach_SaysThatNobodyIs() => Fails(
        """
        The internet should reach Data.Cache in Shop (stage dev) but through App.Api, and there is no path.
          Data.Cache is reached by nobody.
        """,
        static () => ShopOf().Internet.Except<Shop.App.Api>().ShouldReach<Shop.Data.Cache>());

    [Fact]
    public void Port_IsThatOfTheLastHop()
    {
        ShopOf().Internet.ShouldReach<Shop.App.Api>(8080);
        Assert.Throws<ArchitectureAssertionException>(static () => ShopOf().Internet.ShouldReach<Shop.App.Api>(80));
        Assert.Throws<ArchitectureAssertionException>(static () => ShopOf().Internet.ShouldNotReach<Shop.App.Api>(8080));
    }

    /// <summary>Amazon serves what is in no network over HTTPS.</summary>
    [Fact]
    public void Port_OfWhatAwsServesIsThatOfHttps()
    {
        ShopOf().Internet.ShouldReach<Shop.Images>(443).ShouldNotReach<Shop.Images>(80);
        ShopOf().Component<Shop.App.Api>().ShouldReach<Shop.Table>(443);
        Assert.Throws<ArchitectureAssertionException>(static () => ShopOf().Internet.ShouldNotReach<Shop.Images>(443));
    }

    /// <summary>A claim that would hold whatever the architecture is.</summary>
    [Fact]
    public void PathWithoutTwoEnds_IsRefused()
    {
        Assert.StartsWith("App.Api is App.Api itself, so that nothing would be tested.", Refused(static () => ShopOf().Component<Shop.App.Api>().ShouldNotReach<Shop.App.Api>()), StringComparison.Ordinal);
        Assert.StartsWith("App.Api is App.Api itself", Refused(static () => ShopOf().Component<Shop.App.Api>().ShouldReach<Shop.App.Api>()), StringComparison.Ordinal);
        Assert.StartsWith("App.Api is excepted, so that nothing would be tested.", Refused(static () => ShopOf().Internet.Except<Shop.App.Api>().ShouldNotReach<Shop.App.Api>()), StringComparison.Ordinal);
        Assert.StartsWith("Data is excepted", Refused(static () => ShopOf().Internet.Except<Shop.Data>().ShouldNotReach<Shop.Data>()), StringComparison.Ordinal);
        Assert.StartsWith("Data.Database is excepted", Refused(static () => ShopOf().Internet.Except<Shop.Data>().ShouldNotReach<Shop.Data.Database>()), StringComparison.Ordinal);
        Assert.StartsWith("App.Api is excepted", Refused(static () => ShopOf().Component<Shop.App.Api>().Except<Shop.App>().ShouldNotReach<Shop.Data>()), StringComparison.Ordinal);
        Assert.StartsWith("App is App.Api itself", Refused(static () => ShopOf().Component<Shop.App>().Except<Shop.App.Worker>().ShouldNotReach<Shop.App.Api>()), StringComparison.Ordinal);

        // Something is left at both ends.
        ShopOf().Internet.Except<Shop.Data.Database>().ShouldNotReach<Shop.Data>();
        ShopOf().Component<Shop.App>().Except<Shop.App.Api>().ShouldNotReach<Shop.Data>();

        static string Refused(Func<object> test) => Assert.Throws<ArgumentException>(test).Message;
    }

    [Theory, InlineData(int.MinValue), InlineData(0), InlineData(65536)]
    public void Port_IsOne(int port)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ShopOf().Internet.ShouldNotReach<Shop.Data>(port));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShopOf().Internet.ShouldReach<Shop.Data>(port));
    }

    /// <summary>Who has which address in a subnet is known after the deployment: neither verb holds.</summary>
    [Fact]
    public void PartOfASubnet_IsNotProven()
    {
        const string Doubt = "that is not proven: the path App.Worker -> Data.Database:5432 is open from a part of a subnet alone, and who has which address is known after the deployment.";
        ComponentAssertions worker = Architecture.Of<Partial>().Component<Partial.App.Worker>();

        Assert.StartsWith("App.Worker should reach Data.Database in Partial, and " + Doubt, Assert.Throws<ArchitectureAssertionException>(() => worker.ShouldReach<Partial.Data.Database>()).Message, StringComparison.Ordinal);
        Assert.StartsWith("App.Worker should not reach Data.Database in Partial, and " + Doubt, Assert.Throws<ArchitectureAssertionException>(() => worker.ShouldNotReach<Partial.Data.Database>()).Message, StringComparison.Ordinal);
    }

    /// <summary>What [Forbid] refutes, a test does not prove.</summary>
    [Fact]
    public void WayOverTheInternet_IsAPath() => Fails(
        """
        App.Worker should not reach Edge.Api in Outside, and does: App.Worker -> Internet -> Edge.LoadBalancer:443 -> Edge.Api:80.
          App.Worker -> Internet -> Edge.LoadBalancer:443, by [HttpListener] on Edge.LoadBalancer
          Edge.LoadBalancer -> Edge.Api:80, by [RoutesTo<Api>] on Edge.LoadBalancer
        """,
        static () => Architecture.Of<Outside>().Component<Outside.App.Worker>().ShouldNotReach<Outside.Edge.Api>());

    /// <summary>Whoever gets back to where it began got nowhere; from another component of the same class it did, even if the first was there earlier.</summary>
    [Fact]
    public void Circle_IsNoPath()
    {
        ArchitectureAssertions ring = Architecture.Of<Ring>();

        ring.Component<Ring.Inside.First>().ShouldReach<Ring.Hubs.Hub>().ShouldNotReach<Ring.Inside>();
        ring.Component<Ring.Inside>().ShouldNotReach<Ring.Inside>();
        Fails(
            """
            Pair should not reach Pair in Ring, and does: Pair.Right -> Hubs.Middle:80 -> Pair.Left:80.
              Pair.Right -> Hubs.Middle:80, by [Uses<Middle>] on Pair.Right
              Hubs.Middle -> Pair.Left:80, by [Uses<Left>] on Hubs.Middle
            """,
            () => ring.Component<Ring.Pair>().ShouldNotReach<Ring.Pair>());
        ring.Component<Ring.Pair.Left>().ShouldNotReach<Ring.Pair>();
        ring.Component<Ring.Pair>().ShouldReach<Ring.Pair>().ShouldReach<Ring.Pair.Left>().ShouldNotReach<Ring.Pair.Right>();
    }

    /// <summary>In whatever order the manifest has them.</summary>
    [Theory, InlineData(0, 1), InlineData(1, 0)]
    public void UncertainConnection_TakesNothingFromACertainOne(int before, int after)
    {
        ManifestStage stage = ShopOf().Stage;
        IEnumerable<ManifestConnection> doubtful = stage.Connections.Select(static connection => connection with { Certain = false, Origins = [] });
        ManifestStage doubled = stage with { Connections = Enumerable.Repeat(doubtful, before).Append(stage.Connections).Concat(Enumerable.Repeat(doubtful, after)).SelectMany(static one => one).ToEquatableArray() };
        ArchitectureAssertions shop = new(typeof(Shop), doubled);

        shop.Internet.ShouldReach<Shop.Data.Database>();
        shop.Component<Shop.Public.LoadBalancer>().ShouldReach<Shop.App.Api>();
        shop.Component<Shop.App.Api>().ShouldReach<Shop.Data.Database>().ShouldReach<Shop.Data.Database>(5432);
        shop.Component<Shop.App.Api>().Can<Shop.Data.Database>(Access.Read);
        Assert.Contains("by [RoutesTo<Api>]", Assert.Throws<ArchitectureAssertionException>(() => shop.Internet.ShouldNotReach<Shop.App.Api>()).Message, StringComparison.Ordinal);
        Assert.Contains("that is not proven", Assert.Throws<ArchitectureAssertionException>(() => new ArchitectureAssertions(typeof(Shop), stage with { Connections = doubtful.ToEquatableArray() }).Internet.ShouldReach<Shop.App.Api>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hook_IsNotProven()
    {
        ArchitectureAssertions hooked = Architecture.Of<Hooked>();

        Fails(
            """
            The internet should reach Public.Api in Hooked, and that is not proven: the hook of Public.Api may close the path Internet -> Public.Api:80. If it does not, say TrustingHooks().
              Internet -> Public.Api:80, by [Ingress] on Public.Api
            """,
            () => hooked.Internet.ShouldReach<Hooked.Public.Api>());
        Fails(
            "The internet should not reach Data.Database in Hooked, and that is not proven: a hook may open a path, and there are hooks on Files, Public.Api. If they open none, say TrustingHooks().",
            () => hooked.Internet.ShouldNotReach<Hooked.Data.Database>());
        hooked.TrustingHooks().Internet.ShouldReach<Hooked.Public.Api>().ShouldNotReach<Hooked.Data.Database>();
    }

    private static void Fails(string message, Func<object> test) =>
        Assert.Equal(message.ReplaceLineEndings(), Assert.Throws<ArchitectureAssertionException>(test).Message);
}
