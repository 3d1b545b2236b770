using Ethics.Crm.Analyzers.Binding;
using Ethics.Crm.CodeFixes.Binding;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.CodeFixes.Tests;

public sealed class RegisterByInterfaceTests
{
    private const string Package = """
        namespace Ethics.Crm { public interface IEthicsCrmBuilder { } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public static class ServiceCollectionServiceExtensions
            {
                public static IServiceCollection AddScoped<T>(this IServiceCollection services) where T : class => services;
                public static IServiceCollection AddScoped<T, U>(this IServiceCollection services) where T : class where U : class, T => services;
            }
            public static class PurposeBindingExtensions { public static Ethics.Crm.IEthicsCrmBuilder AddPurposeBinding(this Ethics.Crm.IEthicsCrmBuilder builder) => builder; }
        }
        """;

    private static string Program(string registering) => $$"""
        using Ethics.Crm;
        using Microsoft.Extensions.DependencyInjection;
        namespace Acme
        {
            public interface IDesk { }
            public interface IOther { }
            [ForPurpose("support")] public class Desk : IDesk, System.IDisposable { public void Dispose() { } }
            [ForPurpose("support")] public class Loner { }
            [ForPurpose("support")] public class Several : IDesk, IOther { }
            static class Startup
            {
                static void Add(IServiceCollection services)
                {
                    {{registering}}
                }
            }
        }
        """;

    [Fact]
    public Task ClassWithOneInterface_IsRegisteredByIt() => VerifyAsync("services.{|ECRM1107:AddScoped<Desk>|}();", "services.AddScoped<IDesk, Desk>();");

    [Theory]
    [InlineData("services.{|ECRM1107:AddScoped<Loner>|}();")]
    [InlineData("services.{|ECRM1107:AddScoped<Several>|}();")]
    public Task ClassWithoutOneInterface_HasNoFix(string registering) => VerifyAsync(registering, registering);

    private static Task VerifyAsync(string before, string after)
    {
        var check = new CSharpCodeFixTest<UnboundPurposeAnalyzer, RegisterByInterfaceCodeFix, DefaultVerifier>
        {
            TestCode = Program(before),
            FixedCode = Program(after),
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
        };
        foreach (var state in new SolutionState[] { check.TestState, check.FixedState })
        {
            state.AdditionalReferences.AddRange(ProductReferences.All);
        }

        check.TestState.AdditionalProjects["Ethics.Crm"].Sources.Add(Package);
        check.TestState.AdditionalProjects["Ethics.Crm"].AdditionalReferences.AddRange(ProductReferences.All);
        check.TestState.AdditionalProjectReferences.Add("Ethics.Crm");
        check.TestState.AdditionalFiles.Add((TestPolicy.DefaultPath, Policies.Fabrikam));
        check.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n[{TestPolicy.DefaultPath}]\nbuild_metadata.AdditionalFiles.EthicsPolicy = true\n"));
        return check.RunAsync();
    }
}
