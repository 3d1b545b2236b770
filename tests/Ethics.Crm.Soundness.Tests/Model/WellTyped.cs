using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>Whether a program is one: what it names is there, in scope, and of the right type. The generator never violates it; shrinking tries and asks.</summary>
internal sealed partial class WellTyped
{
    private readonly ProgramModel program;
    private readonly List<string> complaints = [];

    // A function may not take them along.
    private readonly HashSet<string> references;

    // Where they may stand: as arguments.
    private readonly HashSet<Expression> handedOver = new(ReferenceEqualityComparer.Instance);

    private WellTyped(ProgramModel program)
    {
        this.program = program;
        references = program.Methods.SelectMany(static method => method.Parameters).Where(static parameter => parameter.By != Passing.Value).Select(static parameter => parameter.Name)
            .Concat(program.Statements().OfType<Refer>().Select(static refer => refer.Name)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What is wrong, or null.</summary>
    public static string? Complaint(ProgramModel program)
    {
        var check = new WellTyped(program);
        foreach (var type in program.Classes)
        {
            foreach (var method in type.Methods)
            {
                var scope = method.Parameters.ToImmutableDictionary(static p => p.Name, static p => p.Type);
                check.Block(method.Body, scope, method.IsStatic ? null : type.Name);
                check.Expect(IsOfItsForm(type, method), $"{method.Name} cannot be written so.");
                check.Expect(!method.IsAsync || !method.Body.SelectMany(Nodes.StatementsWithin).OfType<Refer>().Any(), "What refers does not wait.");
                check.Expect(Yields(method.Body) == method.Body.SelectMany(Nodes.StatementsWithin).Count(static statement => statement is Yield), $"{method.Name} yields where it cannot.");
                check.Expect(!method.ReturnsReference || ReturnedBy(method.Body).All(given => given is not null && check.IsPlace(given)), $"{method.Name} returns no place.");
                check.Expect(method.IsIterator == Yields(method.Body) > 0, $"{method.Name} yields, or does not.");
                check.Expect(!method.IsIterator || !Leaves(method.Body) && !method.Body.SelectMany(Nodes.StatementsWithin).OfType<Refer>().Any(), $"{method.Name} returns or refers, and is an iterator.");
                check.Expect(ReturnedBy(method.Body).All(given => given is null ? method.Returns == ModelType.Nothing : given.Type == method.Returns), $"{method.Name} returns something else.");
                if (method.Returns != ModelType.Nothing && !method.IsIterator)
                    check.Expect(method.Body is [.., Return { Value: { } value }] && value.Type == method.Returns, $"{method.Name} returns something else.");
            }
        }

        return check.complaints.FirstOrDefault();
    }

    private static bool IsOfItsForm(ClassModel type, MethodModel method) => (method.Form, method.Parameters) switch
    {
        (MethodForm.Plain, _) => true,
        (MethodForm.Extension, [_, ..]) => true,
        (MethodForm.Operator, [var left, _]) => left.Type == new ClassType(type.Name) && method.Returns != ModelType.Nothing,
        (MethodForm.ToText, [var from]) => from.Type == new ClassType(type.Name) && method.Returns == ModelType.Text,
        (MethodForm.FromText, [var from]) => from.Type == ModelType.Text && method.Returns == new ClassType(type.Name),
        _ => false,
    };

    private void Expect(bool holds, string complaint)
    {
        if (!holds)
            complaints.Add(complaint);
    }

    private void Block(ImmutableArray<Statement> block, ImmutableDictionary<string, ModelType> scope, string? self)
    {
        foreach (var statement in block)
        {
            // What a filter looks at is there for the handler only.
            foreach (var operand in statement is Try ? [] : Nodes.Operands(statement))
                Expression(operand, scope, self);
            foreach (var name in ConstructsOf.Declared(statement))
                Expect(!scope.ContainsKey(name), $"{name} is there already.");
            switch (statement)
            {
                case Declare { Value.Type: NothingType }:
                    complaints.Add("A variable holds something.");
                    break;
                case Declare declare:
                    scope = scope.SetItem(declare.Name, declare.Value.Type);
                    break;
                case Assign assign:
                    Expect(scope.GetValueOrDefault(assign.Name) == assign.Value.Type, $"{assign.Name} is assigned another type, or is not there.");
                    break;
                case Split { Pair.Type: ClassType record } split:
                    Expect(program.IsRecord(record), "A record is taken apart.");
                    scope = scope.SetItem(split.First, ModelType.Text).SetItem(split.Second, ModelType.Text);
                    break;
                case Split { Pair.Type: PairType pair } split:
                    scope = scope.SetItem(split.First, pair.First).SetItem(split.Second, pair.Second);
                    break;
                case Append { List.Type: var list } append:
                    Expect(list == new ListType(append.Value.Type), "Another type is appended.");
                    break;
                case PutEntry { Table.Type: var table } put:
                    Expect(table == new TableType(put.Value.Type), "Another type is put.");
                    break;
                case Use use:
                    Expect(use.Value.Type == ModelType.Text, "Text is used.");
                    break;
                case Store store:
                    Expect(!program.IsRecord(new ClassType(store.Owner)), "A record does not change.");
                    Expect(Member(store.Owner, store.Member)?.Type == store.Value.Type && Fits(store.Target, store.Owner), $"{store.Member} holds another type, or is not there.");
                    break;
                case Evaluate evaluate:
                    Expect(evaluate.Value is Call or Invoke or Await { Promise: Call }, "Only calls are statements.");
                    break;
                case If branch:
                    Block(branch.Then, scope, self);
                    Block(branch.Else, scope, self);
                    break;
                case Repeat loop:
                    Block(loop.Body, scope.SetItem(loop.Counter, ModelType.Number), self);
                    break;
                case PutElement put:
                    Expect(put.Array.Type == ModelType.Texts && put.Place.Type == ModelType.Number && put.Value.Type == ModelType.Text, "An element is put somewhere else.");
                    break;
                case AppendTo append:
                    Expect(append.Builder.Type == ModelType.Builder && append.Text.Type == ModelType.Text, "Something else is collected.");
                    break;
                case Refer refer:
                    Expect(refer.To is Local { Type: TextType } || IsPlace(refer.To) || IsReference(refer.To), "It refers to no place.");
                    scope = scope.SetItem(refer.Name, ModelType.Text);
                    break;
                case PutThere put:
                    Expect(IsReference(put.There) && put.Value.Type == ModelType.Text, "It leads nowhere.");
                    break;
                case Throw fault:
                    Expect(fault.Text.Type == ModelType.Text, "Text is thrown.");
                    break;
                case Try attempt:
                    Block(attempt.Body, scope, self);
                    foreach (var operand in Nodes.Operands(attempt))
                        Expression(operand, scope.SetItem(attempt.Name, new FaultType()), self);
                    Block(attempt.Handler, scope.SetItem(attempt.Name, new FaultType()), self);
                    break;
                case Ensure ensure:
                    Block(ensure.Body, scope, self);
                    Block(ensure.Final, scope, self);
                    Expect(!Leaves(ensure.Final), "What is done in the end does not return.");
                    break;
                case IfMatch match:
                    Block(match.Body, Matched(match.Object, match.Owner, match.Member, match.Name, scope), self);
                    break;
                case IfHalves match:
                    Block(match.Body, Halved(match.Whole, match.First, match.Second, scope), self);
                    break;
                case Yield yield:
                    Expect(yield.Value.Type == ModelType.Text, "Text is yielded.");
                    break;
                case ForEach { List.Type: SequenceType } loop:
                    Block(loop.Body, scope.SetItem(loop.Name, ModelType.Text), self);
                    break;
                case ForEach { List.Type: ListType list } loop:
                    Block(loop.Body, scope.SetItem(loop.Name, list.Element), self);
                    break;
                case Scope inside:
                    Block(inside.Body, scope, self);
                    break;
            }
        }
    }

    private void Expression(Expression expression, ImmutableDictionary<string, ModelType> scope, string? self)
    {
        if (expression is Match match)
        {
            Expression(match.Object, scope, self);
            Expect(!scope.ContainsKey(match.Name), $"{match.Name} is there already.");
            Expression(match.Result, Matched(match.Object, match.Owner, match.Member, match.Name, scope), self);
            Expect(HasType(match.Result), "A function is the result of a switch.");
            return;
        }

        if (expression is MatchHalves halves)
        {
            Expression(halves.Whole, scope, self);
            Expect(!scope.ContainsKey(halves.First) && !scope.ContainsKey(halves.Second), $"{halves.First} or {halves.Second} is there already.");
            Expression(halves.Result, Halved(halves.Whole, halves.First, halves.Second, scope), self);
            Expect(HasType(halves.Result), "A function is the result of a switch.");
            return;
        }

        if (expression is Call { Arguments: var handed })
            handedOver.UnionWith(handed.OfType<ByReference>());
        foreach (var operand in Nodes.Operands(expression))
            Expression(operand, scope, self);
        switch (expression)
        {
            case ByReference reference:
                Expect(scope.GetValueOrDefault(reference.Name) == ModelType.Text && handedOver.Contains(reference), $"{reference.Name} is no variable, or handed to nobody.");
                break;
            case Caught caught:
                Expect(scope.GetValueOrDefault(caught.Name) is FaultType, $"{caught.Name} is no exception.");
                break;
            case Less less:
                Expect(less.From.Type == ModelType.Number, "Numbers are counted.");
                break;
            case MakeArray array:
                Expect(array.Items.Length == ArrayType.Length && array.Items.All(static item => item.Type == ModelType.Text), "An array is of another length or type.");
                break;
            case Element element:
                Expect(element.Place.Type == ModelType.Number, "A place is a number.");
                break;
            case MakeBuilder builder:
                Expect(builder.First.Type == ModelType.Text, "Something else is collected.");
                break;
            case Built built:
                Expect(built.Builder.Type == ModelType.Builder, "Something else was collected.");
                break;
            case MakeNameless made:
                Expect(made.One.Type == ModelType.Text && made.Other.Type == ModelType.Text, "An object without name has something else.");
                break;
            case MemberOf part:
                Expect(part.Whole.Type == ModelType.Nameless && NamelessType.Members.Contains(part.Member, StringComparer.Ordinal), $"There is no {part.Member}.");
                break;
            case With { Type: NamelessType } with:
                Expect(with.Changes.All(static change => NamelessType.Members.Contains(change.Member, StringComparer.Ordinal) && change.Value.Type == ModelType.Text), "A copy has other members.");
                break;
            case With with:
                Expect(program.IsRecord(with.Type) && with.Changes.All(change => Member(((ClassType)with.Type).Name, change.Member)?.Type == change.Value.Type), "A copy has other members.");
                break;
            case Local local:
                Expect(scope.GetValueOrDefault(local.Name) == local.Type, $"{local.Name} is of another type, or is not there.");
                break;
            case Self me:
                Expect(me.Class == self, "There is no such object.");
                break;
            case Load load:
                Expect(Member(load.Owner, load.Member)?.Type == load.Type && Fits(load.Target, load.Owner), $"{load.Member} is of another type, or is not there.");
                break;
            case Create create:
                Expect(create.Initials.All(initial => Member(create.Class, initial.Member)?.Type == initial.Value.Type) && program.Classes.Any(type => type.Name == create.Class), $"{create.Class} cannot be made so.");
                break;
            case Call call:
                Expect(Fits(call.Target, call.Owner) && Returns(call) == call.Type, $"{call.Method} returns something else, or has another object.");
                Expect(program.ParametersOf(call) is { } parameters && Fit(call.Arguments, parameters), $"{call.Method} is called with something else, or is not there.");
                Expect(program.MethodOf(call) is not { Form: not MethodForm.Plain } || !call.IsNamed && call.Arguments is [var receiver, ..] && HasType(receiver), $"{call.Method} is called as what it is not.");
                break;
            case Derive derive:
                Expect(derive.Operands.All(static operand => operand.Type == ModelType.Text), "Text is made of text.");
                break;
            case Lambda lambda:
                Expect(lambda.Parameter is null || !scope.ContainsKey(lambda.Parameter), $"{lambda.Parameter} is there already.");
                scope = scope.RemoveRange(references);
                Block(lambda.Body, lambda.Parameter is null ? scope : scope.SetItem(lambda.Parameter, ModelType.Text), self);
                Expect(lambda.Body is [.., Return { Value.Type: TextType }], "A lambda returns text.");
                break;
            case Invoke invoke:
                Expect(HasType(invoke.Function), "A function is called where it is written.");
                Expect(invoke.Function.Type is FunctionType function && function.TakesText == invoke.Argument is not null, "A function is called with something else.");
                break;
            case MakePair pair:
                Expect(HasType(pair.First) && HasType(pair.Second), "A function is half of a pair.");
                break;
            case MakeList list:
                Expect(list.Items.All(item => item.Type == list.Element), "A list is of one type.");
                break;
            case Gathered gathered:
                Expect(gathered.Sequence.Type is SequenceType, "Something else is gathered.");
                break;
            case MakeTable table:
                Expect(table.Values.All(value => value.Type == table.Value), "A dictionary is of one type.");
                break;
            case Choice choice:
                Expect(HasType(choice.Then) && HasType(choice.Else), "A choice is between functions.");
                Expect(choice.Then.Type == choice.Else.Type, "A choice is between two types.");
                break;
        }
    }
}
