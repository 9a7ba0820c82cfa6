namespace ArchDsl.Testing.Tests;

/// <summary>What components may do, and how they are encrypted.</summary>
public sealed class ComponentTests
{
    private static ComponentAssertions Api => Architecture.Of<Shop>().Component<Shop.App.Api>();

    private static ComponentAssertions Worker => Architecture.Of<Shop>().Component<Shop.App.Worker>();

    [Fact]
    public void Can_HoldsForWhatARolePermits()
    {
        Api.Can<Shop.Files>(Access.ReadWrite).Can<Shop.Table>(Access.Read).Can<Shop.Key>(Access.Read).Can<Shop.News>(Access.Write).Can<Shop.Files>("s3:GetObject", "s3:PutObject").Can<Shop.Data.Database>(Access.Read);
        Api.Cannot<Shop.Files>(Access.Delete).Cannot<Shop.Table>(Access.Write | Access.Delete).Cannot<Shop.Images>(Access.Write).Cannot<Shop.Files>("s3:DeleteObject");
        Worker.Can<Shop.Files>(Access.Delete).Cannot<Shop.Files>(Access.ReadWrite).Cannot<Shop.Data>(Access.Read).Cannot<Shop.Key>(Access.Read);
    }

    [Fact]
    public void Can_SaysWhatIsPermitted()
    {
        Fails("App.Api can delete Files in Shop (stage dev), a test says, and its role permits only s3:GetObject, s3:ListBucket, s3:PutObject.", static () => Api.Can<Shop.Files>(Access.Delete));
        Fails("App.Api can read Images in Shop (stage dev), a test says, and its role permits nothing there.", static () => Api.Can<Shop.Images>(Access.Read));
        Fails("App.Api cannot read Files in Shop (stage dev), a test says, and its role permits s3:GetObject, s3:ListBucket.", static () => Api.Cannot<Shop.Files>(Access.Read));
        Fails("App.Worker can s3:GetObject Files in Shop (stage dev), a test says, and its role permits only s3:DeleteObject.", static () => Worker.Can<Shop.Files>("s3:DeleteObject", "s3:GetObject"));
        Fails("App.Worker can read Data.Cache in Shop (stage dev), a test says, and it cannot connect to it.", static () => Worker.Can<Shop.Data.Cache>(Access.Read));
        Fails("App.Api cannot read Data.Database in Shop (stage dev), a test says, and it can connect to it: Data.Database:5432.", static () => Api.Cannot<Shop.Data.Database>(Access.Read));
        Fails(
            "Public.Api can read Files in Hooked, a test says, and that is not proven: the hook of Public.Api may change it. If it does not, say TrustingHooks().",
            static () => Architecture.Of<Hooked>().Component<Hooked.Public.Api>().Can<Hooked.Files>(Access.Read));
        Architecture.Of<Hooked>().TrustingHooks().Component<Hooked.Public.Api>().Can<Hooked.Files>(Access.Read);
    }

    /// <summary>The code of a hook may grant what it likes, wherever it stands.</summary>
    [Fact]
    public void Cannot_IsNotProvenWhereThereIsAHook()
    {
        Fails(
            "Public.Quiet cannot write or delete Table in Hooked, a test says, and that is not proven: a hook may permit it, and there are hooks on Files, Public.Api. If they permit nothing, say TrustingHooks().",
            static () => Architecture.Of<Hooked>().Component<Hooked.Public.Quiet>().Cannot<Hooked.Table>(Access.Write | Access.Delete));
        Fails(
            "Public.Quiet cannot dynamodb:PutItem Table in Hooked, a test says, and that is not proven: a hook may permit it, and there are hooks on Files, Public.Api. If they permit nothing, say TrustingHooks().",
            static () => Architecture.Of<Hooked>().Component<Hooked.Public.Quiet>().Cannot<Hooked.Table>("dynamodb:PutItem"));
        Assert.Throws<ArchitectureAssertionException>(static () => Architecture.Of<Hooked>().Component<Hooked.Public.Quiet>().Cannot<Hooked.Data.Database>(Access.Read));
        Architecture.Of<Hooked>().TrustingHooks().Component<Hooked.Public.Quiet>().Cannot<Hooked.Table>(Access.Write | Access.Delete).Cannot<Hooked.Table>("dynamodb:PutItem").Cannot<Hooked.Data.Database>(Access.Read);
    }

    /// <summary>Who has which address is known after the deployment: neither holds.</summary>
    [Fact]
    public void Can_SaysWhatIsNotProven()
    {
        const string Doubt = "that is not proven: Data.Database:5432 is open to a part of a subnet alone, and who has which address is known after the deployment.";
        Fails("App.Worker can read Data.Database in Partial, a test says, and " + Doubt, static () => Architecture.Of<Partial>().Component<Partial.App.Worker>().Can<Partial.Data.Database>(Access.Read));
        Fails("App.Worker cannot read Data.Database in Partial, a test says, and " + Doubt, static () => Architecture.Of<Partial>().Component<Partial.App.Worker>().Cannot<Partial.Data.Database>(Access.Read));
    }

    /// <summary>What everyone may read, and what answers over the internet, takes no role and no rule of its own.</summary>
    [Fact]
    public void Cannot_CountsWhatIsOpenToEveryone()
    {
        Fails("App.Worker cannot read Images in Shop (stage dev), a test says, and everyone can: s3:GetObject.", static () => Worker.Cannot<Shop.Images>(Access.Read));
        Fails("App.Worker cannot S3:getobject Images in Shop (stage dev), a test says, and everyone can: s3:GetObject.", static () => Worker.Cannot<Shop.Images>("S3:getobject"));
        Worker.Cannot<Shop.Images>(Access.Write | Access.Delete).Cannot<Shop.Images>("s3:ListBucket");
        Fails(
            "App.Worker cannot read Edge.LoadBalancer in Outside, a test says, and it can connect to it over the internet: Edge.LoadBalancer:443.",
            static () => Architecture.Of<Outside>().Component<Outside.App.Worker>().Cannot<Outside.Edge.LoadBalancer>(Access.Read));
        Architecture.Of<Outside>().Component<Outside.App.Worker>().Can<Outside.Edge.LoadBalancer>(Access.Read);
    }

    [Theory, InlineData("s3:*"), InlineData("*"), InlineData("GetObject"), InlineData(""), InlineData("s3:Get?bject"), InlineData("s3:GetObject\n"), InlineData("s3: GetObject")]
    public void Action_IsAWholeOne(string action)
    {
        Assert.Contains("is no IAM action, so that nothing would be tested.", Assert.Throws<ArgumentException>(() => Api.Cannot<Shop.Files>(action)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Api.Can<Shop.Files>("s3:GetObject", action));
    }

    [Fact]
    public void Action_IsTheSameInEitherCase()
    {
        Api.Can<Shop.Files>("S3:getobject");
        Assert.Throws<ArchitectureAssertionException>(static () => Api.Cannot<Shop.Files>("s3:getObject"));
    }

    [Fact]
    public void ComparingNothing_IsRefused()
    {
        Assert.Contains("App.Api is App.Api itself", Assert.Throws<ArgumentException>(static () => Api.Can<Shop.App.Api>(Access.Read)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => Api.Cannot<Shop.App.Api>(Access.Read));
        Assert.Contains("There is no component in Empty", Assert.Throws<ArgumentException>(static () => Architecture.Of<Empty>().Internet.ShouldNotReach<Empty>()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => Architecture.Of<Empty>().Component<Empty>());
    }

    [Fact]
    public void Can_WantsSomethingToDo()
    {
        Assert.Throws<ArgumentException>(static () => Api.Can<Shop.Files>(Access.None));
        Assert.Throws<ArgumentException>(static () => Api.Cannot<Shop.Files>());
    }

    [Fact]
    public void ShouldBeEncrypted_HoldsForStoresAndTls()
    {
        ArchitectureAssertions shop = Architecture.Of<Shop>("prod");
        shop.Component<Shop.Data>().ShouldBeEncrypted();
        shop.Component<Shop.Files>().ShouldBeEncrypted();
        shop.Component<Shop.Audit>().ShouldBeEncrypted();
        Architecture.Of<Exposed>().Component<Exposed.Public.LoadBalancer>().ShouldBeEncrypted();
    }

    [Fact]
    public void ShouldBeEncrypted_SaysWhatIsNot()
    {
        Fails("News in Shop (stage dev) should be encrypted, and is not: TLS alone in transit.", static () => Architecture.Of<Shop>().Component<Shop.News>().ShouldBeEncrypted());
        Fails(
            "Public.LoadBalancer in Shop (stage dev) should be encrypted, and takes plain HTTP on 80. Add an [HttpsListener<T>], and RedirectToHttps = true.",
            static () => Architecture.Of<Shop>().Component<Shop.Public.LoadBalancer>().ShouldBeEncrypted());
        Fails(
            "Files in Hooked should be encrypted, and that is not proven: the hook of Files may change it. If it does not, say TrustingHooks().",
            static () => Architecture.Of<Hooked>().Component<Hooked.Files>().ShouldBeEncrypted());
    }

    [Fact]
    public void Components_AreWhatTheCompilerKnows() =>
        Assert.Equal(["Data.Cache", "Data.Database"], Architecture.Of<Shop>().Component<Shop.Data>().Components.Select(static c => c.Path));

    private static void Fails(string message, Func<object> test) => Assert.Equal(message, Assert.Throws<ArchitectureAssertionException>(test).Message);
}
