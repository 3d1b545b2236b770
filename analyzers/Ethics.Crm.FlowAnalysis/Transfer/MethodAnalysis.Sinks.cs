using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Values that are disclosed: to recipients, logs and exception messages.</summary>
internal sealed partial class MethodAnalysis
{
    private const string ConsolePart = "console";

    /// <summary>An argument goes where the method, its parameter or the policy says.</summary>
    private void Disclose(Outlet call, IOperation argument, IParameterSymbol? parameter, FlowValue value, int position)
    {
        foreach (var sink in SinksOf(call, parameter))
        {
            var placeholder = position - call.TemplateAt - 1;
            foreach (var (part, held) in Arguments(argument, parameter, value))
            {
                Disclose(part, held, sink.Kind == SinkKind.ExceptionMessage ? NameOfException(call.Method) : SymbolNames.Display(CodePurposeReader.MemberOf(call.Method)), call.Template is { } template && MessageTemplates.IsWhole(template, placeholder) ? sink with { IsWhole = true } : sink);
                placeholder++;
            }
        }
    }

    private ImmutableArray<Sink> SinksOf(Outlet call, IParameterSymbol? parameter)
    {
        var sinks = purposes.Sinks.Of(call.Method, parameter);
        if (!sinks.IsEmpty || call.Instance is null)
        {
            return sinks;
        }

        if (IsExceptionData(call.Instance))
        {
            return ImmutableArray.Create(Sink.Exception);
        }

        return call.Owner.Objects.Any(static one => one is MadeObject { Part: ConsolePart }) && call.Method.Name.StartsWith("Write", StringComparison.Ordinal) ? ImmutableArray.Create(Sink.Console) : sinks;
    }

    /// <summary>What is put into a property that discloses, or into the data of an exception.</summary>
    private void Disclose(IOperation target, IOperation given, FlowValue value)
    {
        if (target is not IPropertyReferenceOperation property)
        {
            return;
        }

        foreach (var sink in property is { Property.IsIndexer: true, Instance: { } instance } && IsExceptionData(instance) ? ImmutableArray.Create(Sink.Exception) : purposes.Sinks.Of(property.Property))
        {
            Disclose(given, value, sink.Kind == SinkKind.ExceptionMessage ? NameOfException(property.Property) : SymbolNames.Display(property.Property), sink);
        }
    }

    private static string NameOfException(ISymbol member) => KnownLogs.IsException(member.ContainingType) && member is IMethodSymbol ? member.ContainingType.Name : "Exception.Data";

    private bool IsExceptionData(IOperation instance) => Through(instance) is IPropertyReferenceOperation { Property: { Name: "Data", ContainingType: var type } } && KnownLogs.IsException(type);

    private void Disclose(IOperation given, FlowValue value, string target, Sink sink)
    {
        if (sink.IsWhole)
        {
            DiscloseMembers(given, value, target, sink);
        }

        var told = sink.IsWhole ? store.Deep(value) : Text(given, value, sink.IsListed);
        if (told.Taints.IsEmpty)
        {
            return;
        }

        var code = CodeAt(given.Syntax);
        foreach (var taint in told.Taints)
        {
            Disclose(taint, given.Syntax, target, sink, code, taint.Trail);
        }
    }

    /// <summary>The first labelled member of a whole object that may not go there stands for all of them.</summary>
    private void DiscloseMembers(IOperation given, FlowValue value, string target, Sink sink)
    {
        var types = value.Objects.OfType<MadeObject>().Select(static one => one.Type).Append(Through(given).Type).Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default);
        var code = CodeAt(given.Syntax);
        foreach (var member in types.SelectMany(type => purposes.Wholes.MembersOf(type, cancellationToken)))
        {
            var read = new LabelledRead(new MemberRead(member, given, given.Syntax), purposes.Labels.Of(member, cancellationToken));
            if (IsRefused(read, sink, code))
            {
                Disclose(Source(read, CodePurposes.Undeclared), given.Syntax, target, sink, code, null);
                return;
            }
        }
    }

    private void Disclose(Taint taint, SyntaxNode syntax, string target, Sink sink, ImmutableArray<string> code, Trail? trail)
    {
        switch (taint.Origin)
        {
            // Behind a border whose own property keeps it, a value comes out of what it was put into.
            case { } when sink.Key.Length > 0 && taint.Arrived.Contains(sink.Key):
                break;
            case ReadOrigin read when IsRefused(read.Read, sink, code) && !IsMisusedIn(sink.IsKeeping ? AssignmentOf(syntax) : syntax, read):
                solver.Found(method, new FlowFinding(read, syntax, target, sink.Name) { Sink = sink, Purposes = code, Trail = trail });
                break;
            case InputOrigin input:
                graph.Arrive(new InputArrival(input, syntax, target, sink.Name, PurposeNames.None) { Sink = sink, Purposes = code, Trail = trail });
                break;
        }
    }

    /// <summary>Whether the value is read within the argument itself, in code that may not read it: that has been told of this source here (ECRM2001).</summary>
    private bool IsMisusedIn(SyntaxNode argument, ReadOrigin read)
        => argument.Contains(read.Syntax) && PurposesAt(read.Syntax) is { IsUndeclared: false, IsUnknown: false, IsNever: false } code && Keys(code.Names).Any(name => !IsPermitted(read.Read, name));

    private bool IsRefused(LabelledRead read, Sink sink, ImmutableArray<string> code)
        => sink.Kind == SinkKind.Border ? purposes.Borders.WideningOf(read, sink) is not null
            : sink.Kind != SinkKind.Recipient || purposes.Table!.ObjectionToDisclosure(read.Labels.Select(static label => label.Label).ToArray(), sink.Name, code) is not null;

    /// <summary>What the code there works for; empty where it declares nothing.</summary>
    private ImmutableArray<string> CodeAt(SyntaxNode syntax) => PurposesAt(syntax) is { IsUndeclared: false, IsUnknown: false } code ? code.Names : ImmutableArray<string>.Empty;

    /// <summary>What the text of a value tells: what an object holds only where its text names it.</summary>
    /// <param name="isListed">Whether a collection is written out element by element, as loggers do.</param>
    private FlowValue Text(IOperation operation, FlowValue value, bool isListed = false)
    {
        var text = FlowValue.Of(value.Taints);
        if (value.Objects.IsEmpty && !IsOurs(Through(operation).Type))
        {
            return text;
        }

        // What an object says of its members the code here has in hand from now on.
        return text.With(InHand(operation, FlowValue.Of(Text(operation, value.Unlabelled(), Through(operation).Type, isListed, 0).Taints)).Taints);
    }

    private FlowValue Text(IOperation operation, FlowValue value, ITypeSymbol? type, bool isListed, int depth)
    {
        if (depth > AccessPath.Deepest || Known.IsSimple(type))
        {
            return FlowValue.None;
        }

        // The compiler writes out each part of an anonymous object.
        if (Known.IsBuilder(type) || type is { IsAnonymousType: true } || (Known.IsCollection(type) && ElementType(type) is { SpecialType: SpecialType.System_Char }))
        {
            return store.Deep(value);
        }

        if (Known.IsCollection(type))
        {
            return isListed ? Text(operation, store.Read(value, Segment.Elements), ElementType(type), isListed, depth + 1).With(store.Read(value, Segment.Elements).Taints) : FlowValue.None;
        }

        var known = value.Objects.Select(static one => (one as MadeObject)?.Type).Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default).ToArray();
        if (known.Contains(null, SymbolEqualityComparer.Default) && graph.Known.TypesOf(value) is { IsDefault: false } ofCaller)
        {
            known = [.. ofCaller];
        }

        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } && known.Length > 0 && known.All(static one => one is not null))
        {
            return known.Where(one => !SymbolEqualityComparer.Default.Equals(one, type)).Aggregate(FlowValue.None, (all, one) => all.And(Text(operation, value, one, isListed, depth + 1)));
        }

        if (!IsOurs(type))
        {
            return store.Deep(value);
        }

        if (Written(operation, value, type!) is { } written)
        {
            return written;
        }

        return type is { IsRecord: true } ? Printed(operation, value, type, isListed, depth) : FlowValue.None;
    }

    /// <summary>What the text methods of a type of the program say, the one of a text with holes (<see cref="IFormattable"/>) too. Null where it has none.</summary>
    private FlowValue? Written(IOperation operation, FlowValue value, ITypeSymbol type)
    {
        FlowValue? text = null;
        foreach (var parameters in IsFormattable(type) ? new[] { 0, 2 } : [0])
        {
            if (TextMethod(type, nameof(ToString), parameters) is { } toString && solver.HasBody(toString))
            {
                var targets = solver.Targets.Of(toString, true, graph.Known.TypesOf(value), type, value).Where(solver.HasBody).ToArray();
                var told = ApplyAll(operation, toString, targets, value, toString.Parameters.Select(static _ => FlowValue.None).ToArray(), [], []);
                text = text?.And(told) ?? told;
            }
        }

        return text;
    }

    private static bool IsFormattable(ITypeSymbol type) => type.AllInterfaces.Any(static one => one is { Name: "IFormattable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>What a record writes of itself: each member that others can read, or what its own <c>PrintMembers</c> names.</summary>
    private FlowValue Printed(IOperation operation, FlowValue value, ITypeSymbol record, bool isListed, int depth)
    {
        if (TextMethod(record, "PrintMembers", 1) is { } printer && solver.HasBody(printer))
        {
            var builder = FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = "text" });
            Apply(operation, printer, value, [builder], []);
            return FlowValue.Of(store.Deep(builder).Taints);
        }

        var text = FlowValue.None;
        foreach (var member in Known.PartsOf(record).Where(static member => member.DeclaredAccessibility == Accessibility.Public))
        {
            var labels = purposes.Labels.Of(member, cancellationToken);
            if (!labels.IsEmpty)
            {
                text = text.With([Source(new LabelledRead(new MemberRead(member, operation, operation.Syntax), labels), CodePurposes.Undeclared)]);
                continue;
            }

            var part = store.Read(value, Segment.Of(member));
            text = text.With(part.Taints).With(Text(operation, part, (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type, isListed, depth + 1).Taints);
        }

        return text;
    }

    /// <summary>The nearest method of the name that somebody wrote. Null where the compiler writes it, or the framework.</summary>
    private static IMethodSymbol? TextMethod(ITypeSymbol type, string name, int parameters)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == parameters && method is { IsStatic: false, Arity: 0 }) is { } found)
            {
                return found.IsImplicitlyDeclared ? null : found;
            }
        }

        return null;
    }

    /// <summary>A call as it may disclose what it is given.</summary>
    private sealed class Outlet
    {
        public Outlet(IMethodSymbol method, IOperation? instance, FlowValue owner, IReadOnlyList<GivenArgument> arguments)
        {
            (Method, Instance, Owner, TemplateAt) = (method, instance, owner, -1);
            for (var i = 0; i < arguments.Count && Template is null; i++)
            {
                if (arguments[i].Value.ConstantValue is { HasValue: true, Value: string text })
                {
                    (Template, TemplateAt) = (text, i);
                }
            }
        }

        public IMethodSymbol Method { get; }

        public IOperation? Instance { get; }

        public FlowValue Owner { get; }

        /// <summary>The text by which a log may ask for whole objects; null where there is none.</summary>
        public string? Template { get; }

        public int TemplateAt { get; }
    }

    private static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };
}
