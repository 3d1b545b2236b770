using Ethics.Crm.Analyzers.Binding;
using Ethics.Crm.CodeFixes.Binding;
using Ethics.Crm.TestKit;

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

    [Fact]
    public Task SeveralRegistrations_AreAllWrittenByFixAll() => VerifyAsync(
        "services.{|ECRM1107:AddScoped<Desk>|}(); services.{|ECRM1107:AddScoped<Desk>|}();",
        "services.AddScoped<IDesk, Desk>(); services.AddScoped<IDesk, Desk>();");

    /// <summary>The interface is meant, not what its name would mean there.</summary>
    [Fact]
    public Task NameThatMeansSomethingElseThere_IsWrittenOut() => VerifyAsync(
        "services.{|ECRM1107:AddScoped<Desk>|}(); } class Acme { } class IDesk { } static void More() {",
        "services.AddScoped<global::Acme.IDesk, Desk>(); } class Acme { } class IDesk { } static void More() {");

    [Theory]
    [InlineData("services.{|ECRM1107:AddScoped<Loner>|}();")]
    [InlineData("services.{|ECRM1107:AddScoped<Several>|}();")]
    public Task ClassWithoutOneInterface_HasNoFix(string registering) => VerifyAsync(registering, registering);

    private static Task VerifyAsync(string before, string after)
    {
        var check = new CodeFixCheck([new UnboundPurposeAnalyzer()], new RegisterByInterfaceCodeFix());
        // The rule has two sentences; only one of them has a fix.
        check.MarkupOptions = Microsoft.CodeAnalysis.Testing.MarkupOptions.UseFirstDescriptor;
        check.TestState.Sources.Add(Program(before));
        check.FixedState.Sources.Add(Program(after));
        check.TestState.AdditionalProjects["Ethics.Crm"].Sources.Add(Package);
        check.TestState.AdditionalProjects["Ethics.Crm"].AdditionalReferences.AddRange(ProductReferences.All);
        check.TestState.AdditionalProjectReferences.Add("Ethics.Crm");
        check.Policies.Add(TestPolicy.Of(Policies.Fabrikam));
        return check.RunAsync();
    }
}
