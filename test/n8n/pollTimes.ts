/** 'Poll Times' of every five seconds: n8n takes no expression with several seconds in it, but several. */
export const secondsBetweenPolls = 5;
export const everyFiveSeconds = {
	item: Array.from({ length: 60 / secondsBetweenPolls }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * secondsBetweenPolls} * * * * *`,
	})),
};
