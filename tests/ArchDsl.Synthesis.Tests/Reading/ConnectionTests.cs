using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Reading;

/// <summary>A connection passes the caller's egress and the target's ingress.</summary>
public class ConnectionTests
{
    private const string Nothing = """[{ "IpProtocol": "icmp", "FromPort": 252, "ToPort": 86, "CidrIp": "255.255.255.255/32" }]""";

    private static string Rule(string members) => $$"""[{ "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, {{members}} }]""";

    private static string From(string group) => Rule($$""" "SourceSecurityGroupId": { "Fn::GetAtt": ["{{group}}", "GroupId"] } """);

    private static string To(string group) => Rule($$""" "DestinationSecurityGroupId": { "Fn::GetAtt": ["{{group}}", "GroupId"] } """);

    private static SmallTemplate Pair(string apiEgress, string databaseIngress) => new SmallTemplate()
        .Subnet("Isolated", "10.0.2.0/24")
        .Group("ApiGroup", egress: apiEgress)
        .Group("DatabaseGroup", databaseIngress, Nothing)
        .Service("Api", "Public", "ApiGroup")
        .Database("Database", "Isolated", "DatabaseGroup", isPublic: false);

    private static Answer Connect(SmallTemplate template) => template.Reach().CanConnect("Api", "Database", 5432);

    [Fact]
    public void GroupsOnBothSides_Connect() => Assert.Equal(Answer.Yes, Connect(Pair(To("DatabaseGroup"), From("ApiGroup"))));

    [Fact]
    public void OnePort_IsNotAnother() => Assert.Equal(Answer.No, Pair(To("DatabaseGroup"), From("ApiGroup")).Reach().CanConnect("Api", "Database", 5433));

    [Fact]
    public void Direction_Matters() => Assert.Equal(Answer.No, Pair(To("DatabaseGroup"), From("ApiGroup")).Reach().CanConnect("Database", "Api", 5432));

    [Fact]
    public void WithoutEgress_ThereIsNone() => Assert.Equal(Answer.No, Connect(Pair(Nothing, From("ApiGroup"))));

    [Fact]
    public void WithoutIngress_ThereIsNone() => Assert.Equal(Answer.No, Connect(Pair(To("DatabaseGroup"), "[]")));

    [Fact]
    public void AnotherGroup_IsNotAdmitted() => Assert.Equal(Answer.No, Connect(Pair(To("DatabaseGroup"), From("DatabaseGroup"))));

    [Fact]
    public void UnsaidEgress_AllowsEverything() =>
        Assert.Equal(Answer.Yes, Connect(Pair(Nothing, From("ApiGroup")).Unset("ApiGroup", "SecurityGroupEgress")));

    [Fact]
    public void StandaloneEgress_LeavesUnsaidEgressOpen() => Assert.Equal(Answer.Yes, Connect(Pair(Nothing, From("ApiGroup"))
        .Unset("ApiGroup", "SecurityGroupEgress")
        .Add("Out", "AWS::EC2::SecurityGroupEgress", """{ "GroupId": { "Ref": "ApiGroup" }, "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0" }""")));

    [Fact]
    public void StandaloneRules_Connect() => Assert.Equal(Answer.Yes, Connect(Pair(Nothing, "[]")
        .Add("Out", "AWS::EC2::SecurityGroupEgress", """
            { "GroupId": { "Fn::GetAtt": ["ApiGroup", "GroupId"] }, "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "DestinationSecurityGroupId": { "Fn::GetAtt": ["DatabaseGroup", "GroupId"] } }
            """)
        .Add("In", "AWS::EC2::SecurityGroupIngress", """
            { "GroupId": { "Fn::GetAtt": ["DatabaseGroup", "GroupId"] }, "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "SourceSecurityGroupId": { "Fn::GetAtt": ["ApiGroup", "GroupId"] } }
            """)));

    [Theory]
    [InlineData("10.0.0.0/16", Answer.Yes)]
    [InlineData("10.0.0.0/24", Answer.Yes)]
    [InlineData("10.0.0.0/25", Answer.Partly)]
    [InlineData("10.0.1.0/24", Answer.No)]
    public void Range_AdmitsTheSubnetsInIt(string cidr, Answer expected) => Assert.Equal(expected, Connect(Pair(To("DatabaseGroup"), Rule($$""" "CidrIp": "{{cidr}}" """))));

    [Fact]
    public void PrefixList_IsUnknown()
    {
        var reach = Pair(To("DatabaseGroup"), Rule(""" "SourcePrefixListId": "pl-1" """)).Reach();
        Assert.Equal(Answer.Partly, reach.CanConnect("Api", "Database", 5432));
        Assert.Single(reach.Unknowns);
    }

    [Fact]
    public void KnownTemplate_HasNoUnknowns() => Assert.Empty(Pair(To("DatabaseGroup"), From("ApiGroup")).Reach().Unknowns);

    [Fact]
    public void Chain_ConnectsNeighboursAlone()
    {
        var reach = Pair(To("DatabaseGroup"), From("ApiGroup"))
            .Group("WebGroup", egress: To("ApiGroup"))
            .Service("Web", "Public", "WebGroup")
            .Set("ApiGroup", "SecurityGroupIngress", From("WebGroup"))
            .Reach();

        Assert.Equal(Answer.Yes, reach.CanConnect("Web", "Api", 5432));
        Assert.Equal(Answer.No, reach.CanConnect("Web", "Database", 5432));
        Assert.Equal(["Api"], reach.Connectors("Database", 5432));
    }

    [Fact]
    public void SelfReference_ConnectsMembers()
    {
        var reach = new SmallTemplate()
            .Group("Group", """[{ "IpProtocol": "-1", "SourceSecurityGroupId": { "Ref": "Group" } }]""")
            .Service("One", "Public", "Group")
            .Service("Two", "Public", "Group")
            .Reach();

        Assert.Equal(Answer.Yes, reach.CanConnect("One", "Two", 4711));
        Assert.Equal(Answer.Yes, reach.CanConnect("One", "One", 4711));
    }

    [Fact]
    public void HostWithoutGroup_HasTheDefaultOne()
    {
        var reach = Pair(To("DatabaseGroup"), "[]").Unset("Database", "VPCSecurityGroups").Reach();
        Assert.Equal(Answer.No, reach.CanConnect("Api", "Database", 5432));
        Assert.Equal(["Vpc's default group"], reach["Database"].Groups);
    }

    [Fact]
    public void Instance_TakesItsNetworkFromItsLaunchTemplate()
    {
        var reach = Pair(To("DatabaseGroup"), From("ApiGroup"))
            .Add("Template", "AWS::EC2::LaunchTemplate", """{ "LaunchTemplateData": { "SecurityGroupIds": [{ "Ref": "ApiGroup" }] } }""")
            .Add("Box", "AWS::EC2::Instance", """{ "SubnetId": { "Ref": "Public" }, "LaunchTemplate": { "LaunchTemplateId": { "Ref": "Template" }, "Version": "1" } }""")
            .Reach();

        Assert.Equal(Answer.Yes, reach.CanConnect("Box", "Database", 5432));
    }
}
