using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ElastiCache;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.RDS;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SecretsManager;
using Amazon.CDK.AWS.SNS;
using Constructs;
using StorageType = Amazon.CDK.AWS.RDS.StorageType;

namespace HandWritten;

/// <summary>What keeps data, secrets, images and messages.</summary>
public sealed class Stores : Construct
{
    public Stores(Construct scope, string id, Network network, Groups groups)
        : base(scope, id)
    {
        Images = new Repository(this, "Images", new RepositoryProps
        {
            RepositoryName = "liberty-social-backend",
            ImageScanOnPush = true,
            ImageTagMutability = TagMutability.MUTABLE,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        ((CfnRepository)Images.Node.DefaultChild!).AddPropertyOverride("EncryptionConfiguration.EncryptionType", "AES256");
        Uploads = new Bucket(this, "Uploads", new BucketProps
        {
            BucketName = "liberty-social-uploads",
            Versioned = true,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            Cors =
            [
                new CorsRule
                {
                    AllowedOrigins = ["https://yourdomain.com"],
                    AllowedMethods = [HttpMethods.GET, HttpMethods.PUT, HttpMethods.POST, HttpMethods.DELETE],
                    AllowedHeaders = ["*"],
                },
            ],
            LifecycleRules = [new Amazon.CDK.AWS.S3.LifecycleRule { AbortIncompleteMultipartUploadAfter = Duration.Days(7) }],
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        DjangoKey = Secret("DjangoKey", "SECRET_KEY", null);
        const string Supplied = "Supplied by people: put the value in after the first deployment.";
        FromEmail = Secret("FromEmail", "DEFAULT_FROM_EMAIL", Supplied);
        AccessKeyId = Secret("AccessKeyId", "AWS_ACCESS_KEY_ID", Supplied);
        SecretAccessKey = Secret("SecretAccessKey", "AWS_SECRET_ACCESS_KEY", Supplied);
        Alerts = new Topic(this, "Alerts", new TopicProps { TopicName = "liberty-social-alerts", EnforceSSL = true });
        Alerts.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new ServicePrincipal("cloudwatch.amazonaws.com")],
            Actions = ["sns:Publish"],
            Resources = [Alerts.TopicArn],
            Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Stack.Of(this).Account } },
        }));
        Database = CreateDatabase(network, groups);
        Cache = CreateCache(network, groups);
        _ = new CfnOutput(this, "ImagesUrl", new CfnOutputProps { Value = Images.RepositoryUri, Description = "Images Url" });
        _ = new CfnOutput(this, "UploadsName", new CfnOutputProps { Value = Uploads.BucketName, Description = "Uploads Name" });
        _ = new CfnOutput(this, "DatabaseEndpoint", new CfnOutputProps { Value = Database.InstanceEndpoint.SocketAddress, Description = "App.Database Endpoint" });
        _ = new CfnOutput(this, "CacheEndpoint", new CfnOutputProps { Value = $"{Cache.AttrPrimaryEndPointAddress}:{Cache.AttrPrimaryEndPointPort}", Description = "App.Cache Endpoint" });
    }

    public Repository Images { get; }

    public Bucket Uploads { get; }

    public Secret DjangoKey { get; }

    public Secret FromEmail { get; }

    public Secret AccessKeyId { get; }

    public Secret SecretAccessKey { get; }

    public Topic Alerts { get; }

    public DatabaseInstance Database { get; }

    public CfnReplicationGroup Cache { get; }

    private Secret Secret(string id, string name, string? description) => new(this, id, new SecretProps
    {
        SecretName = "liberty-social/" + name,
        Description = description,
        RemovalPolicy = RemovalPolicy.DESTROY,
    });

    private DatabaseInstance CreateDatabase(Network network, Groups groups)
    {
        var secret = new Secret(this, "DatabaseSecret", new SecretProps
        {
            SecretName = "liberty-social/DB_PASSWORD",
            GenerateSecretString = new SecretStringGenerator
            {
                SecretStringTemplate = "{\"username\":\"postgres\"}",
                GenerateStringKey = "password",
                PasswordLength = 30,
                ExcludeCharacters = " %+~`#$&*()|[]{}:;<>?!'/@\"\\",
            },
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        return new DatabaseInstance(this, "Database", new DatabaseInstanceProps
        {
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_15 }),
            InstanceIdentifier = "liberty-social-db",
            InstanceType = Amazon.CDK.AWS.EC2.InstanceType.Of(InstanceClass.T3, InstanceSize.MICRO),
            AllocatedStorage = 20,
            StorageType = StorageType.GP3,
            StorageEncrypted = true,
            MultiAz = true,
            DatabaseName = "liberty_social",
            Port = 5432,
            Credentials = Credentials.FromSecret(secret, "postgres"),
            Vpc = network.Vpc,
            SubnetGroup = new SubnetGroup(this, "DatabaseSubnets", new SubnetGroupProps
            {
                Description = "Subnets of App.Database",
                Vpc = network.Vpc,
                VpcSubnets = network.PrivateSubnets,
                RemovalPolicy = RemovalPolicy.DESTROY,
            }),
            SecurityGroups = [groups.Database],
            PubliclyAccessible = false,
            BackupRetention = Duration.Days(30),
            CopyTagsToSnapshot = true,
            CloudwatchLogsExports = ["postgresql", "upgrade"],
            AutoMinorVersionUpgrade = true,
            DeletionProtection = true,
            RemovalPolicy = RemovalPolicy.SNAPSHOT,
        });
    }

    private CfnReplicationGroup CreateCache(Network network, Groups groups)
    {
        var subnets = new CfnSubnetGroup(this, "CacheSubnets", new CfnSubnetGroupProps
        {
            Description = "Subnets of App.Cache",
            SubnetIds = [.. network.Private.Select(subnet => subnet.SubnetId)],
        });
        var cache = new CfnReplicationGroup(this, "Cache", new CfnReplicationGroupProps
        {
            ReplicationGroupId = "liberty-social-redis",
            ReplicationGroupDescription = "App.Cache",
            Engine = "redis",
            EngineVersion = "7.0",
            CacheNodeType = "cache.t3.micro",
            NumCacheClusters = 1,
            AutomaticFailoverEnabled = false,
            MultiAzEnabled = false,
            Port = 6379,
            CacheSubnetGroupName = subnets.Ref,
            SecurityGroupIds = [groups.CacheId],
            AtRestEncryptionEnabled = true,
            TransitEncryptionEnabled = true,
            AutoMinorVersionUpgrade = true,
            SnapshotRetentionLimit = 1,
        });
        cache.ApplyRemovalPolicy(RemovalPolicy.DESTROY);
        return cache;
    }
}
