using System.ComponentModel;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Versioning;

namespace Ethics.Crm.Tests;

/// <summary>Tenants never meet through any public call: each is made in the tests of tenants, or stands here with the reason why no person is in it.</summary>
public sealed class PublicCallsOfTenantsTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Tests = [typeof(TenantTests), typeof(TenantCallTests), typeof(TenantContactTests)];

    private static readonly Dictionary<string, string> OfNobody = new(StringComparer.Ordinal)
    {
        ["CategoryRedactors.Map"] = "set up once for all tenants",
        ["ConsentReceipt.ToJson"] = "writes what IssueAsync issued",
        ["DisclosureDeclarations.DisclosesNothing"] = "says that nobody is in it",
        ["EthicsCrmJsonBuilderExtensions.AddJson"] = "set up once for all tenants",
        ["EthicsCrmLoggingBuilderExtensions.AddLogRedaction"] = "set up once for all tenants",
        ["EthicsCrmRedactionBuilderExtensions.AddCategoryRedactors"] = "set up once for all tenants",
        ["EthicsCrmServiceCollectionExtensions.AddEthicsCrm"] = "set up once for all tenants",
        ["EthicsCrmServiceProviderExtensions.UseEthicsCrm"] = "set up once for all tenants",
        ["EthicsCrmStorageBuilderExtensions.AddStorage"] = "set up once for all tenants",
        ["IEnforcementForecasts.Current"] = "counts members, and knows no person",
        ["IEnforcementForecasts.Forget"] = "counts members, and knows no person",
        ["PurposeBindingExtensions.AddPurposeBinding"] = "set up once for all tenants",
        ["PurposeBindingOptions.LeaveUnbound"] = "set up once for all tenants",
        ["PurposeJsonExtensions.WithPurposes"] = "what UsePurposes does, for one resolver",
    };

    // Redactors of Microsoft.Extensions.Compliance are no part of the build for .NET Standard.
    private static readonly string[] NotOfStandard = ["CategoryRedactors.Map", "EthicsCrmRedactionBuilderExtensions.AddCategoryRedactors"];

    private static bool IsForStandard => typeof(IConsentLedger).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);

    [Fact]
    public void EveryPublicCall_IsMadeForTwoTenants_OrKnowsNobody()
    {
        var made = Made();
        var calls = typeof(IConsentLedger).Assembly.GetExportedTypes().SelectMany(Calls).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal([], new[] { "IContactScopes.Enter", "PermittedSequenceExtensions.PermittedFor", "Bound.OpenAsync" }.Except(calls));
        Assert.Equal([], calls.Where(call => !OfNobody.ContainsKey(call) && !made.Contains(call)));
        Assert.Equal(IsForStandard ? NotOfStandard : [], OfNobody.Keys.Where(call => !calls.Contains(call)).Order(StringComparer.Ordinal));
    }

    /// <summary>What a test of something else calls is not taken for one of these, nor is a method of the same name of another type.</summary>
    [Fact]
    public void CallThatIsNotMade_IsTold()
    {
        var made = Made();
        Assert.Contains("ISourceNotices.OfAsync", made);
        Assert.DoesNotContain("IEnforcementForecasts.Current", made);
        Assert.DoesNotContain("IConsentReceipts.OfAsync", made);
    }

    private static IEnumerable<string> Calls(Type type) => type.IsEnum || typeof(Exception).IsAssignableFrom(type) || type.IsDefined(typeof(EditorBrowsableAttribute))
        ? []
        : type.GetMethods(Declared)
            .Where(method => method is { IsPublic: true, IsSpecialName: false } && method.GetBaseDefinition().DeclaringType == type && !method.Name.Contains('<', StringComparison.Ordinal) && method.Name is not ("Deconstruct" or "Equals"))
            .Select(NameOf);

    private static string NameOf(MethodBase method) => $"{method.DeclaringType!.Name.Split('`')[0]}.{method.Name}";

    /// <summary>What the tests call, lambdas and asynchronous bodies included.</summary>
    private static HashSet<string> Made() => [.. Tests.SelectMany(SelfAndNested).SelectMany(static type => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))).SelectMany(CalledBy)];

    private static IEnumerable<Type> SelfAndNested(Type type) => type.GetNestedTypes(Declared).SelectMany(SelfAndNested).Prepend(type);

    private static IEnumerable<string> CalledBy(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + sizeof(int) < code.Length; at++)
        {
            if ((code[at] == OpCodes.Call.Value || code[at] == OpCodes.Callvirt.Value) && Resolve(method.Module, BitConverter.ToInt32(code, at + 1)) is { } called)
                yield return NameOf(called);
        }
    }

    /// <summary>Null where the bytes are no call, but look like one.</summary>
    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
