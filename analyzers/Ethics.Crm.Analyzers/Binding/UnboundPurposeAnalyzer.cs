using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Binding;

/// <summary>
/// ECRM1107: a class that declares purposes is registered as itself, where nothing can stand before it; or an application that starts Ethics.Crm binds no service at all,
/// which is one finding. Only where the package that binds is referenced: what a library registers, its application binds.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundPurposeAnalyzer : PurposeAnalyzer
{
    /// <summary>In the finding's properties when a fix can do something: the interface by which the class can be registered.</summary>
    internal const string InterfaceProperty = "interface";

    private const string Extensions = "Microsoft.Extensions.DependencyInjection.PurposeBindingExtensions";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.UnboundClass, RuleDescriptors.NothingBinds);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (start.Compilation.GetTypeByMetadataName(Extensions) is null)
        {
            return;
        }

        var left = new LeftUnbound(start.Compilation);
        var waiting = new ConcurrentBag<RegisteredService>();
        var starts = new ConcurrentBag<Location>();
        var binds = false;
        start.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (call.TargetMethod.Name == "AddPurposeBinding" && ContainerCalls.IsOfFramework(call.TargetMethod))
                {
                    Volatile.Write(ref binds, true);
                }
                else if (call.TargetMethod.Name == "AddEthicsCrm" && ContainerCalls.IsOfFramework(call.TargetMethod))
                {
                    starts.Add(OperationNames.NameOf(call.Syntax).GetLocation());
                }
                else if (RegisteredService.Of(call, purposes) is { } service && !left.Names(service.Class))
                {
                    if (service.IsRegisteredAsClass)
                    {
                        context.ReportDiagnostic(OfClass(service));
                    }
                    else
                    {
                        waiting.Add(service);
                    }
                }
            },
            OperationKind.Invocation);
        start.RegisterCompilationEndAction(context =>
        {
            if (!Volatile.Read(ref binds)
                && starts.OrderBy(static one => one, SourceOrder.Instance).FirstOrDefault() is { } place
                && waiting.OrderBy(static one => one.Place, SourceOrder.Instance).FirstOrDefault() is { } first)
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NothingBinds, place, SymbolNames.Display(first.Class), Words.List(first.Purposes)));
            }
        });
    }

    private static Diagnostic OfClass(RegisteredService service)
        => Diagnostic.Create(
            RuleDescriptors.UnboundClass,
            service.Place,
            service.Contract is { } contract && service.IsGeneric ? ImmutableDictionary<string, string?>.Empty.Add(InterfaceProperty, contract.ToDisplayString()) : null,
            SymbolNames.Display(service.Class),
            Words.List(service.Purposes),
            service.Contract is { } known ? $"as '{SymbolNames.Display(known)}'" : "by an interface");
}
