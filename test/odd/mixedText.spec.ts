import { parseXml } from '../../nodes/Miradore/transport/xml';

// Matters: names lose their spaces where a CDATA section or a comment is within: another name is shown.
it.each(['A <![CDATA[&]]> B', 'A <!-- x -->& B'.replace('& ', '&amp; ')])('%s', (text) => {
	expect(parseXml(`<N>${text}</N>`)?.text).toBe('A & B');
});
